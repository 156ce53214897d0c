import type { Conn } from '../../db/conn.ts'
import { pageOf } from '../values/paging.ts'
import { decisionRows } from './decided-store.ts'

type Row = Awaited<ReturnType<typeof decisionRows>>[number]

/** A decision, whether it is the one that stands, and whether that one is published. */
export type ListedDecision = Omit<Row, 'inForceId' | 'publishedAt'> & { inForce: boolean; published: boolean }

const pageSize = 50

/** A page of decisions, of all claims or of one, newest first; `before` is the id under which it goes on. */
export async function listDecisions(
  conn: Conn,
  { claimId, before }: { claimId?: number; before?: number | undefined },
): Promise<{ decisions: ListedDecision[]; next: number | undefined }> {
  const { rows, last } = pageOf(await decisionRows(conn, { claimId, before, limit: pageSize + 1 }), pageSize)
  const decisions = rows.map(({ inForceId, publishedAt, ...row }) => {
    const inForce = inForceId === row.id
    return { ...row, inForce, published: inForce && publishedAt !== null }
  })
  return { decisions, next: last?.id }
}
