import { z } from 'zod'
import { write } from '../../db/write.ts'
import { personById } from '../accounts/person.ts'
import { setImportedAside } from '../claims/imported.ts'
import { record } from '../history/record.ts'
import { jobKind } from '../jobs/kind.ts'
import { withdrawImported } from '../precedents/imported.ts'
import { readImport } from './import.ts'
import { countUndone, rowsAfter, updateImport } from './store.ts'

const batchRows = 10

/** Sets aside or withdraws what an import added, but for what somebody has worked on since. */
export const undoFile = jobKind(
  z.strictObject({ import: z.number() }),
  { words: 'Undo an import', about: ({ import: id }) => ({ text: `import ${id}`, href: `/imports/${id}` }) },
  async (context, { import: id }, signal) => {
    const { db } = context.world
    const { state, undoneById, undoneRow, added } = await readImport(db.reader, id)
    if (state !== 'undoing') return
    const person = await personById(db.reader, undoneById ?? 0)
    let after = undoneRow
    for (;;) {
      signal.throwIfAborted()
      const rows = await rowsAfter(db.reader, id, after, batchRows)
      const last = rows.at(-1)
      if (!last) break
      after = last.row
      await write(db, async (tx) => {
        let undone = 0
        for (const { claimId, checkId } of rows) {
          if (claimId !== null && (await setImportedAside(tx, claimId, `Import ${id} was undone.`))) undone += 1
          if (checkId !== null && (await withdrawImported(tx, person, checkId))) undone += 1
        }
        await countUndone(tx, id, { undone, kept: rows.length - undone }, last.row)
        await context.progress(tx, after, added)
      })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await write(db, async (tx) => {
      const { undone, kept } = await readImport(tx, id)
      await updateImport(tx, id, { state: 'undone', undoneAt: tx.now })
      await record(tx, person, 'import.undone', {}, { import: id, undone, kept })
      await context.complete(tx)
    })
  },
)
