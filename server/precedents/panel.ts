import type { Conn } from '../../db/conn.ts'
import type { Html } from '../../views/html.ts'
import { NothingNear, PrecedentPanel } from '../../views/precedents/precedent-panel.ts'
import { RelationPanel } from '../../views/precedents/relation-panel.ts'
import type { Person } from '../accounts/permissions.ts'
import type { ClaimRecord } from '../claims/claim.ts'
import type { Context } from '../claims/context.ts'
import { askedOfClaim } from './asked.ts'
import { precedentsFor } from './precedent.ts'
import { relationsOf } from './relation.ts'

type Panels = { precedents: Html | false; relations: Html | false }

/** What the page of a claim shows of earlier checks, and of claims that are related to it. */
export async function precedentPanelsOf(
  conn: Conn,
  viewer: Person,
  { claim, context }: { claim: ClaimRecord; context: Context },
): Promise<Panels> {
  const precedents = await precedentsFor(conn, askedOfClaim(claim, context), claim.id)
  const relations = await relationsOf(conn, claim.id)
  return {
    precedents:
      PrecedentPanel({ id: String(claim.id), precedents }) || (claim.decisionId === null && NothingNear(claim)),
    relations: RelationPanel({ claimId: claim.id, person: viewer, relations }),
  }
}
