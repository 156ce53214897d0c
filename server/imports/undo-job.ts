import { z } from 'zod'
import type { Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../accounts/permissions.ts'
import { personById } from '../accounts/person.ts'
import { setImportedAside } from '../claims/imported.ts'
import { withdrawImportedEvidence } from '../evidence/imported.ts'
import { record } from '../history/record.ts'
import { jobKind } from '../jobs/kind.ts'
import { withdrawImported } from '../precedents/imported.ts'
import { readImport } from './import.ts'
import { countUndone, rowsAfter, updateImport } from './store.ts'
import { inTurns } from './turns.ts'

const batchRows = 500

/** Sets aside or withdraws what an import added, but for what somebody has worked on since. */
export const undoFile = jobKind(
  z.strictObject({ import: z.number() }),
  { words: 'Undo an import', about: ({ import: id }) => ({ text: `import ${id}`, href: `/imports/${id}` }) },
  async (context, { import: id }, signal) => {
    const { db } = context.world
    const { state, undoneById, undoneRow, rowCount } = await readImport(db.reader, id)
    if (state !== 'undoing') return
    const person = await personById(db.reader, undoneById ?? 0)
    let after = undoneRow
    for (;;) {
      signal.throwIfAborted()
      const rows = await rowsAfter(db.reader, id, after, batchRows)
      const last = rows.at(-1)
      if (!last) break
      after = last.row
      await inTurns(db, rows, {
        signal,
        change: async (tx, some) => {
          const counts = { undone: 0, kept: 0 }
          let done = 0
          for (const made of some) {
            counts[(await undoRow(tx, person, made)) ? 'undone' : 'kept'] += 1
            done = made.row
          }
          await countUndone(tx, id, counts, done)
          await context.progress(tx, done, rowCount)
        },
      })
    }
    await write(db, async (tx) => {
      const { undone, kept } = await readImport(tx, id)
      await updateImport(tx, id, { state: 'undone', undoneAt: tx.now })
      await record(tx, person, 'import.undone', {}, { import: id, undone, kept })
      await context.complete(tx)
    })
  },
)

type Made = Awaited<ReturnType<typeof rowsAfter>>[number]

// False for what somebody has worked on since, or taken back before.
function undoRow(tx: Tx, person: Person, { importId, claimId, checkId, evidenceId }: Made): Promise<boolean> {
  const reason = `Import ${importId} was undone.`
  if (evidenceId !== null) return withdrawImportedEvidence(tx, person, { id: evidenceId, reason })
  return claimId === null ? withdrawImported(tx, person, checkId ?? 0) : setImportedAside(tx, claimId, reason)
}
