import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, missing } from '../errors.ts'
import { type EvidenceItem, addEvidence, evidenceOf } from '../evidence/evidence.ts'
import { isRelated } from './relation-store.ts'

type Way = { claimId: number; from: number }

/** The evidence on an earlier claim that the repeat does not have yet, as far as the viewer may know of it. Throws NotFound unless one repeats the other. */
export async function carriable(conn: Conn, viewer: Person, { claimId, from }: Way): Promise<EvidenceItem[]> {
  const isRepeat = await isRelated(conn, { claimId, kind: 'repeats', otherId: from })
  if (!isRepeat && !(await isRelated(conn, { claimId, kind: 'duplicate', otherId: from }))) missing('repeat')
  const there = new Set((await standing(conn, viewer, claimId)).map(sameness))
  return (await standing(conn, viewer, from)).filter((item) => !there.has(sameness(item)))
}

async function standing(conn: Conn, viewer: Person, claimId: number): Promise<EvidenceItem[]> {
  return (await evidenceOf(conn, viewer, claimId)).filter(({ withdrawnAt }) => !withdrawnAt)
}

const sameness = ({ source, stance, passage, note }: EvidenceItem) => JSON.stringify([source.id, stance, passage, note])

/**
 * Takes evidence of an earlier claim over to its repeat: the pieces that were ticked, each from the same source as before.
 * Returns how many. Throws BadInput for none, and for one that cannot be carried any more.
 */
export function carryEvidence(db: Db, person: Person, { items, ...way }: Way & { items: number[] }): Promise<number> {
  permit(person, 'evidence.add')
  return write(db, async (tx) => {
    const there = new Map((await carriable(tx, person, way)).map((item) => [item.id, item]))
    const wanted = [...new Set(items)].map((id) => there.get(id) ?? gone())
    if (wanted.length === 0) throw new BadInput({ item: 'Tick the evidence that holds for this claim too.' })
    for (const { source, stance, passage, locator, note } of wanted) {
      await addEvidence(tx, person, { claimId: way.claimId, sourceId: source.id, stance, passage, locator, note })
    }
    return wanted.length
  })
}

function gone(): never {
  throw new BadInput({
    item: 'A piece of evidence that you ticked was withdrawn, or is here already. Look at the list again.',
  })
}
