import type { Person } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { Relations } from '../../server/precedents/relation.ts'
import { ClaimLine } from '../claims/claim-head.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import type { Typed } from '../parts/typed.ts'
import { RelationPanel } from './relation-panel.ts'

type Page = { shell: Shell; claim: ClaimRecord; person: Person; relations: Relations; typed: Typed }

/** The relations of a claim on a page of their own: where their form comes back to when something stands in the way. */
export const RelationPage = ({ shell, claim, person, relations, typed }: Page) =>
  Layout({
    shell,
    title: `Related to claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))} ${ClaimLine(claim)}
      <h1 dir="auto">${claim.statement}</h1>
      ${RelationPanel({ claimId: claim.id, person, relations, typed }) || html`<p class="empty">No related claims are noted.</p>`}`,
  })
