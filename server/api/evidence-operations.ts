import type { Conn } from '../../db/conn.ts'
import { claimOfEvidence, evidenceOf as itemsOn, readEvidence } from '../evidence/evidence.ts'
import type { Bearer } from '../tokens/token.ts'
import { reading } from './operation.ts'
import { EvidenceShape, evidenceOf } from './shapes/evidence.ts'
import { listOf } from './shapes/parts.ts'

type Asked = { person: Bearer['person']; id: number; origin: string }

/** Evidence as programs read it. Throws NotFound, for that from confidential sources too. */
export async function evidenceFor(conn: Conn, { person, id, origin }: Asked) {
  const { item } = await readEvidence(conn, person, id)
  return evidenceOf(item, origin)
}

export const evidenceOperations = [
  reading({
    id: 'listEvidence',
    path: '/claims/{id}/evidence',
    tag: 'Evidence',
    summary: 'The evidence on a claim, oldest first, withdrawn items last',
    scope: 'read',
    answer: listOf(EvidenceShape),
    read: async ({ conn, bearer, origin }, { id }) => {
      await claimOfEvidence(conn, id)
      const items = await itemsOn(conn, bearer.person, id)
      return { items: items.map((item) => evidenceOf(item, origin)), next: null }
    },
  }),
  reading({
    id: 'readEvidence',
    path: '/evidence/{id}',
    tag: 'Evidence',
    summary: 'One piece of evidence',
    scope: 'read',
    answer: EvidenceShape,
    read: ({ conn, bearer, origin }, { id }) => evidenceFor(conn, { person: bearer.person, id, origin }),
  }),
]
