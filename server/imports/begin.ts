import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput } from '../errors.ts'
import { byteOrderMark } from '../exports/csv.ts'
import { type Column, headerKeyOf, readColumns } from './columns.ts'
import { type Encoding, delimiterOf, encodingOf } from './encoding.ts'
import { ourRatings, outcomeOf } from './import.ts'
import { ownFormat } from './own-columns.ts'
import { type Plan, ownPlan, proposePlan, reviewPlan } from './plan.ts'
import { type Markup, markupIn, readReviews } from './reviews.ts'
import type { Reading } from './rows.ts'
import { insertImport, insertPiece, lastPlan } from './store.ts'
import { readTable } from './table.ts'
import { inTurns } from './turns.ts'

/** The most bytes that a file may have. */
export const mostBytes = 100_000_000

// None takes so long to be written that a page would wait for it.
const pieceSize = 500_000

type SentFile = {
  name: string
  bytes: Buffer
  /** Where it was fetched from. */
  address?: string
}

/** Keeps a file with a proposal of how to read it; nothing is taken in. Throws BadInput for what is neither a table nor holds checks. */
export async function beginImport(db: Db, person: Person, file: SentFile): Promise<number> {
  permit(person, 'import.run')
  refuseOtherKinds(file.bytes)
  const pieces = cut(file.bytes)
  const encoding = await encodingOf(pieces)
  const start = new TextDecoder(encoding, { ignoreBOM: true }).decode(file.bytes.subarray(0, 65_536), { stream: true })
  const { reading, rowCount } = await proposed(db.reader, { file, pieces, encoding, start })
  const { kind, format, columns, plan, headerKey } = reading
  const outcome = await outcomeOf(db.reader, { pieces, ...reading })
  const about = { fileName: file.name.slice(0, 200), sha256: await hashOf(pieces), size: file.bytes.length }
  const id = await write(db, (tx) => {
    const made = { addedById: person.id, createdAt: tx.now, target: plan.target }
    return insertImport(tx, { ...about, ...format, format: kind, headerKey, columns, rowCount, plan, outcome, ...made })
  })
  await keepPieces(db, id, pieces)
  return id
}

type Sent = { file: SentFile; pieces: readonly Buffer[]; encoding: Encoding; start: string }
type Proposed = { reading: Reading & { columns: Column[] }; rowCount: number }

async function proposed(conn: Conn, sent: Sent): Promise<Proposed> {
  const { file, pieces, encoding, start } = sent
  const markup = markupIn(start)
  if (markup) return proposedReviews(sent, markup)
  if (file.address !== undefined) throw new BadInput({ address: noReviews })
  const format = { encoding, delimiter: delimiterOf(start) }
  const found = await readColumns(readTable(pieces, format))
  if (!found || found.rowCount === 0)
    throw new BadInput({ file: 'This file has no rows under its first line. The first line names the columns.' })
  const { columns, rowCount } = found
  const headerKey = headerKeyOf(columns)
  const own = ownFormat(columns.map(({ name }) => name))
  if (own) {
    const plan = ownPlan({ guarded: start.startsWith(byteOrderMark) })
    return { reading: { kind: own, format, columns, plan, headerKey }, rowCount }
  }
  // A plan was written by this program.
  const remembered = (await lastPlan(conn, headerKey)) as Plan | undefined
  const plan = proposePlan(columns, remembered, await ourRatings(conn))
  return { reading: { kind: 'table', format, columns, plan, headerKey }, rowCount }
}

async function proposedReviews({ file, pieces, encoding }: Sent, markup: Markup): Promise<Proposed> {
  const field = file.address === undefined ? 'file' : 'address'
  if (markup === 'page' && file.bytes.length > mostPage)
    throw new BadInput({ [field]: 'This page is larger than 25 MB. Take the JSON out of it, which may have 100 MB.' })
  const plan = reviewPlan({ ...(file.address !== undefined && { address: file.address }) })
  let rowCount = 0
  for await (const _row of readReviews(pieces, { markup, encoding }, plan)) rowCount += 1
  if (rowCount === 0) throw new BadInput({ [field]: noReviews })
  const format = { encoding, delimiter: markup }
  return { reading: { kind: 'claim_review', format, columns: [], plan, headerKey: 'claim_review' }, rowCount }
}

// It is looked through as a whole.
const mostPage = 25_000_000
const noReviews =
  'No check is marked up in this: there is no ClaimReview in it, as JSON-LD. Enter the check by hand under the checks of other publishers.'

function refuseOtherKinds(bytes: Buffer): void {
  if (bytes.length === 0) throw new BadInput({ file: 'This file is empty.' })
  const start = bytes.subarray(0, 8).toString('latin1')
  if (start.startsWith('PK') || start.startsWith('ÐÏ'))
    throw new BadInput({
      file: 'This is a spreadsheet in its own format. Open it and save it as CSV, then choose that file.',
    })
  if (start.startsWith('%PDF')) throw new BadInput({ file: 'This is a PDF, not a table. Choose a CSV file.' })
}

const cut = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_unused, at) =>
    bytes.subarray(at * pieceSize, (at + 1) * pieceSize),
  )

async function hashOf(pieces: readonly Buffer[]): Promise<string> {
  const hash = createHash('sha256')
  for (const piece of pieces) {
    hash.update(piece)
    await setImmediate()
  }
  return hash.digest('hex')
}

// Not in one transaction, which would hold everybody up; an import whose file is not whole cannot be confirmed.
const keepPieces = (db: Db, importId: number, pieces: readonly Buffer[]) =>
  inTurns(db, [...pieces.entries()], {
    signal: new AbortController().signal,
    change: async (tx, some) => {
      for (const [number, bytes] of some) await insertPiece(tx, { importId, number, bytes })
    },
  })
