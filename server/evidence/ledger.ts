import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { type FiguresCompared, compareFigures } from '../figures/compare.ts'
import { type Stretch, differenceOf } from './difference.ts'
import { type EvidenceItem, evidenceOf } from './evidence.ts'
import { passageUrl } from './passage-url.ts'

/**
 * A piece of evidence as the ledger shows it: what its figures are to those of the claim, and how its passage differs from
 * the copy it is nearly found in.
 */
export type LedgerEntry = EvidenceItem & {
  figures: FiguresCompared | null
  difference: Stretch[] | null
  /** The address of the source with a text fragment that leads to the passage. */
  passageUrl: string | null
}

type Claim = { id: number; quote: string; statement: string }

/** The evidence on a claim as `evidenceOf` gives it, set beside what the claim says. */
export async function ledgerOf(conn: Conn, viewer: Person, claim: Claim): Promise<LedgerEntry[]> {
  const said = [claim.quote, claim.statement]
  const items = await evidenceOf(conn, viewer, claim.id)
  return items.map((item) => ({
    ...item,
    difference: differenceIn(item),
    passageUrl: passageUrl(item.source.url, item),
    figures: item.passage !== null && item.withdrawnAt === null ? compareFigures(said, item.passage) : null,
  }))
}

const differenceIn = ({ passage, passageMatch, passageThere }: EvidenceItem) =>
  passage !== null && passageThere !== null && passageMatch === 'near'
    ? (differenceOf(passage, passageThere) ?? null)
    : null
