import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { type FiguresCompared, compareFigures } from '../figures/compare.ts'
import { type EvidenceItem, evidenceOf } from './evidence.ts'

/** A piece of evidence as the ledger shows it: with what its figures are to those of the claim, where it has a passage. */
export type LedgerEntry = EvidenceItem & { figures: FiguresCompared | null }

type Claim = { id: number; quote: string; statement: string }

/** The evidence on a claim as `evidenceOf` gives it, set beside what the claim says. */
export async function ledgerOf(conn: Conn, viewer: Person, claim: Claim): Promise<LedgerEntry[]> {
  const said = [claim.quote, claim.statement]
  const items = await evidenceOf(conn, viewer, claim.id)
  return items.map((item) => ({
    ...item,
    figures: item.passage !== null && item.withdrawnAt === null ? compareFigures(said, item.passage) : null,
  }))
}
