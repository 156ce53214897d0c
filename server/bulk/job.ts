import { z } from 'zod'
import { write } from '../../db/write.ts'
import { personById } from '../accounts/person.ts'
import { jobKind } from '../jobs/kind.ts'
import { readBulk, readChosen } from './account.ts'
import { changeSome, finishBulk } from './bulk.ts'
import { lastPlaces } from './store.ts'
import { finishUndo, undoSome } from './undo.ts'

/** Claims of one transaction, so that none holds a page up. */
const batch = 10

const payload = z.strictObject({ bulk: z.number() })
const about = ({ bulk }: { bulk: number }) => ({ text: `change ${bulk}`, href: `/claims/changes/${bulk}` })

/** Changes many claims as somebody confirmed it, from where it is. */
export const changeMany = jobKind(
  payload,
  { words: 'Change many claims', about },
  async (context, { bulk: id }, signal) => {
    const { db } = context.world
    const { state, change, madeById } = await readBulk(db.reader, id)
    if (state !== 'running') return
    const person = await personById(db.reader, madeById)
    const chosen = await readChosen(db.reader, id)
    let after = (await lastPlaces(db.reader, id)).done
    while (after < chosen.length) {
      signal.throwIfAborted()
      const part = { chosen: chosen.slice(after, after + batch), after }
      after += part.chosen.length
      await write(db, async (tx) => {
        await changeSome(tx, person, { id, change }, part)
        await context.progress(tx, after, chosen.length)
      })
      await turn()
    }
    await write(db, async (tx) => {
      await finishBulk(tx, person, id)
      await context.complete(tx)
    })
  },
)

/** Undoes a change of many claims, from where that is. */
export const undoMany = jobKind(
  payload,
  { words: 'Undo a change of many claims', about },
  async (context, { bulk: id }, signal) => {
    const { db } = context.world
    const { state, changed, undoneById } = await readBulk(db.reader, id)
    if (state !== 'undoing') return
    const person = await personById(db.reader, undoneById ?? 0)
    let after: number | undefined = (await lastPlaces(db.reader, id)).undone
    let done = 0
    while (after !== undefined) {
      signal.throwIfAborted()
      const from: number = after
      after = await write(db, async (tx) => {
        const last = await undoSome(tx, person, { id, after: from, size: batch })
        done += batch
        await context.progress(tx, Math.min(done, changed), changed)
        return last
      })
      await turn()
    }
    await write(db, async (tx) => {
      await finishUndo(tx, person, id)
      await context.complete(tx)
    })
  },
)

// Everybody else has a turn.
const turn = () => new Promise((resolve) => setImmediate(resolve))
