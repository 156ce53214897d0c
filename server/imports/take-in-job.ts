import { z } from 'zod'
import { write } from '../../db/write.ts'
import type { Person } from '../accounts/permissions.ts'
import { personById } from '../accounts/person.ts'
import { record } from '../history/record.ts'
import { type JobContext, jobKind } from '../jobs/kind.ts'
import { type Import, formatOf, readImport } from './import.ts'
import { areHere } from './known.ts'
import { placeFor } from './place.ts'
import { type Fresh, type PlannedRow, planRows } from './rows.ts'
import { countUp, insertRow, piecesOf, updateImport } from './store.ts'
import { readTable } from './table.ts'
import { takeRow } from './take-row.ts'
import { inTurns } from './turns.ts'

/** Rows that share an article, so that none is too long to be read. */
const articleRows = 100

type Taking = { context: JobContext; person: Person; file: Import }

/** Takes in the rows of a confirmed import, from where it is. */
export const takeInFile = jobKind(
  z.strictObject({ import: z.number() }),
  { words: 'Take in a file', about: ({ import: id }) => ({ text: `import ${id}`, href: `/imports/${id}` }) },
  async (context, { import: id }, signal) => {
    const { db } = context.world
    const file = await readImport(db.reader, id)
    if (file.state !== 'running') return
    const person = await personById(db.reader, file.addedById)
    const rows = planRows(readTable(piecesOf(db.reader, id), formatOf(file)), file.plan, file.headerKey)
    for await (const block of inBlocks(rows)) {
      signal.throwIfAborted()
      if ((block.at(-1)?.row ?? 0) > file.doneRows) await takeInBlock({ context, person, file }, block, signal)
    }
    await write(db, async (tx) => {
      const { added, already, leftOut } = await readImport(tx, id)
      await updateImport(tx, id, { state: 'finished', finishedAt: tx.now })
      await record(tx, person, 'import.finished', {}, { import: id, added, already, leftOut })
      await context.complete(tx)
    })
  },
)

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

async function takeInBlock({ context, person, file }: Taking, block: PlannedRow[], signal: AbortSignal): Promise<void> {
  const { world, progress } = context
  const firstRow = block[0]?.row ?? 0
  const sound = block.filter((row) => 'key' in row && row.repeats === undefined) as Fresh[]
  const here = await areHere(world.db.reader, sound, { id: file.id, before: firstRow })
  const fresh = new Map(sound.filter(({ key }) => !here.has(key)).map((one) => [one.row, one]))
  const place = await placeFor(world, { person, file, firstRow }, [...fresh.values()])
  const rest = block.filter(({ row }) => row > file.doneRows)
  const taking = { person, importId: file.id, place }
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
