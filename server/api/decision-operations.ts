import { z } from 'zod'
import type { Conn } from '../../db/conn.ts'
import { readClaim } from '../claims/claim.ts'
import { correctionsOf } from '../corrections/correction.ts'
import { readId } from '../values/row-id.ts'
import { listDecisions } from '../verdicts/decided.ts'
import { cursor, nextPage, readCursor } from './cursor.ts'
import { reading } from './operation.ts'
import { CorrectionShape, DecisionShape, correctionOf, decisionOf } from './shapes/decision.ts'
import { listOf } from './shapes/parts.ts'

const Page = z.strictObject({ cursor })

type Wanted = { claimId?: number; path: string; query: z.output<typeof Page>; origin: string }

async function decisions(conn: Conn, { claimId, path, query, origin }: Wanted) {
  const list = `decisions ${claimId ?? 'all'}`
  const before = readId(readCursor(list, query.cursor) ?? '')
  const found = await listDecisions(conn, { claimId, before })
  return {
    items: found.decisions.map((decision) => decisionOf(decision, origin)),
    next: nextPage(path, query, { list, place: found.next }),
  }
}

export const decisionOperations = [
  reading({
    id: 'listDecisions',
    path: '/decisions',
    tag: 'Decisions',
    summary: 'Every decision, newest first',
    description: 'Those that were replaced or withdrawn too: see `in_force`.',
    scope: 'read',
    query: Page,
    answer: listOf(DecisionShape),
    read: ({ conn, origin }, { query }) => decisions(conn, { path: '/decisions', query, origin }),
  }),
  reading({
    id: 'listDecisionsOfClaim',
    path: '/claims/{id}/decisions',
    tag: 'Decisions',
    summary: 'The decisions about a claim, newest first',
    scope: 'read',
    query: Page,
    answer: listOf(DecisionShape),
    read: async ({ conn, origin }, { id, query }) => {
      await readClaim(conn, id)
      return decisions(conn, { claimId: id, path: `/claims/${id}/decisions`, query, origin })
    },
  }),
  reading({
    id: 'listCorrections',
    path: '/claims/{id}/corrections',
    tag: 'Decisions',
    summary: 'The corrections of a claim, newest first',
    scope: 'read',
    answer: listOf(CorrectionShape),
    read: async ({ conn }, { id }) => {
      await readClaim(conn, id)
      return { items: (await correctionsOf(conn, id)).map(correctionOf), next: null }
    },
  }),
]
