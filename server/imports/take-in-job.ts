import { z } from 'zod'
import type { Conn } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../accounts/permissions.ts'
import { personById } from '../accounts/person.ts'
import { record } from '../history/record.ts'
import { type JobContext, jobKind } from '../jobs/kind.ts'
import { type Import, readImport, readingOf } from './import.ts'
import { areHere } from './known.ts'
import { type OwnPlaces, ownPlaces } from './own-articles.ts'
import { withClaims } from './own-claims.ts'
import { allRatings, cameAs } from './own-store.ts'
import { placeFor } from './place.ts'
import { type Fresh, type PlannedRow, planRows } from './rows.ts'
import { countUp, insertRow, piecesOf, updateImport } from './store.ts'
import { takeRow } from './take-row.ts'
import { inTurns } from './turns.ts'

/** Rows that share an article, so that none is too long to be read. */
const articleRows = 100

type Taking = { context: JobContext; person: Person; file: Import; places: OwnPlaces; ratings: Ratings }
type Ratings = Awaited<ReturnType<typeof allRatings>>

/** Takes in the rows of a confirmed import, from where it is. */
export const takeInFile = jobKind(
  z.strictObject({ import: z.number() }),
  { words: 'Take in a file', about: ({ import: id }) => ({ text: `import ${id}`, href: `/imports/${id}` }) },
  async (context, { import: id }, signal) => {
    const { db } = context.world
    const file = await readImport(db.reader, id)
    if (file.state !== 'running') return
    const person = await personById(db.reader, file.addedById)
    const rows = () => withClaims(db.reader, planRows(piecesOf(db.reader, id), readingOf(file)))
    const places =
      file.format === 'own_claims'
        ? await ownPlaces(context.world, { file, person, rows: freshRows(db.reader, file, rows()), signal })
        : nowhere
    const taking = { context, person, file, places, ratings: await allRatings(db.reader) }
    for await (const block of inBlocks(rows())) {
      signal.throwIfAborted()
      if ((block.at(-1)?.row ?? 0) > file.doneRows) await takeInBlock(taking, block, signal)
    }
    await write(db, async (tx) => {
      const { added, already, leftOut } = await readImport(tx, id)
      await updateImport(tx, id, { state: 'finished', finishedAt: tx.now })
      await record(tx, person, 'import.finished', {}, { import: id, added, already, leftOut })
      await context.complete(tx)
    })
  },
)

const nowhere: OwnPlaces = () => undefined

// As they were before the first of them was taken in, so that a run that goes on makes the same articles.
async function* freshRows(conn: Conn, { id }: Import, rows: AsyncIterable<PlannedRow>): AsyncGenerator<PlannedRow> {
  for await (const block of inBlocks(rows)) {
    const sound = block.filter(isSound)
    const here = await areHere(conn, sound, { id, before: 0 })
    yield* sound.filter(({ key }) => !here.has(key))
  }
}

async function* inBlocks(rows: AsyncIterable<PlannedRow>): AsyncGenerator<PlannedRow[]> {
  let block: PlannedRow[] = []
  for await (const row of rows) {
    block.push(row)
    if (row.row % articleRows !== 0) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

async function takeInBlock(
  { context, file, ...given }: Taking,
  block: PlannedRow[],
  signal: AbortSignal,
): Promise<void> {
  const { world, progress } = context
  const firstRow = block[0]?.row ?? 0
  const sound = block.filter(isSound)
  const here = await areHere(world.db.reader, sound, { id: file.id, before: firstRow })
  const fresh = new Map(sound.filter(({ key }) => !here.has(key)).map((one) => [one.row, one]))
  const place = await placeFor(world, { person: given.person, file, firstRow }, [...fresh.values()])
  const rest = block.filter(({ row }) => row > file.doneRows)
  const claimsHere = await cameAs(world.db.reader, claimsMeant([...fresh.values()]))
  const taking = { ...given, importId: file.id, place, claimsHere }
  await inTurns(world.db, rest, {
    signal,
    change: async (tx, some) => {
      const counts = { added: 0, already: 0, leftOut: 0 }
      let done = 0
      for (const planned of some) {
        const { row, line } = planned
        const one = fresh.get(row)
        counts[one ? 'added' : 'key' in planned ? 'already' : 'leftOut'] += 1
        done = row
        if (one)
          await insertRow(tx, { importId: file.id, row, line, key: one.key, ...(await takeRow(tx, taking, one)) })
      }
      await countUp(tx, file.id, counts, done)
      await progress(tx, done, file.rowCount)
    },
  })
}

// What can be taken in, and did not come earlier in the same file.
const isSound = (row: PlannedRow): row is Fresh => 'key' in row && row.repeats === undefined

const claimsMeant = (rows: readonly Fresh[]): number[] =>
  rows.flatMap(({ value }) => (value.kind === 'own_evidence' ? [value.claimThere] : []))
