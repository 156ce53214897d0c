import type { Conn } from '../../db/conn.ts'
import type { Basis } from '../../db/schema/index.ts'
import type { Rating } from './rating.ts'
import { verdictRows } from './store.ts'

type Named = { id: number; name: string }

/** One verdict with what became of it; `number` counts the verdicts of its claim from 1. */
export type VerdictItem = {
  id: number
  number: number
  rating: Rating
  rationale: string
  explanation: string | null
  author: Named
  createdAt: string
  review: { outcome: 'approved' | 'returned'; reason: string | null; reviewer: Named; createdAt: string } | null
  decision: { number: number; basis: Basis; createdAt: string } | null
}

/** Every verdict of a claim, newest first. */
export async function verdictsOf(conn: Conn, claimId: number): Promise<VerdictItem[]> {
  const rows = await verdictRows(conn, claimId)
  return rows.map(({ review, reviewer, ...row }) => ({
    ...row,
    review: review && reviewer && { ...review, reviewer },
  }))
}
