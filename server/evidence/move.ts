import type { Conn, Tx } from '../../db/conn.ts'
import { findOfSource, moveItems } from './move-store.ts'

/** What would move from one source to another: pieces of evidence, the claims they stand on, and on how many of those the other stands too. */
export async function weighMove(conn: Conn, { from, to }: { from: number; to: number }) {
  const moving = await findOfSource(conn, from)
  const claims = new Set(moving.map(({ claimId }) => claimId))
  const there = new Set((await findOfSource(conn, to)).map(({ claimId }) => claimId))
  return { evidence: moving.length, claims: claims.size, shared: [...claims].filter((id) => there.has(id)).length }
}

/** Puts all evidence from one source under another, withdrawn items too; returns what was moved. The caller records it. */
export async function moveEvidence(tx: Tx, { from, to }: { from: number; to: number }) {
  const moved = await findOfSource(tx, from)
  await moveItems(tx, { ids: moved.map(({ id }) => id), from, to })
  return { evidence: moved.map(({ id }) => id), claims: new Set(moved.map(({ claimId }) => claimId)).size }
}

/** Puts those of the items that are still under `from` under `to`; returns how many. */
export const returnEvidence = (tx: Tx, move: { ids: number[]; from: number; to: number }): Promise<number> =>
  moveItems(tx, move)
