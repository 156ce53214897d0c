import { claimNumber } from '../../server/claims/words.ts'
import type { ClaimOfEvidence } from '../../server/evidence/evidence.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'

type Page = { shell: Shell; claim: ClaimOfEvidence; title: string; section: Html }

/** A form about evidence as a page of its own, under the claim it is about. */
export const EvidencePage = ({ shell, claim, title, section }: Page) =>
  Layout({
    shell,
    title: `${title} · claim ${claimNumber(claim)}`,
    main: html`
      ${Crumb(...wayToClaim(claim))}
      <h1>${title}</h1>
      <p class="about-claim" dir="auto">${claim.statement}</p>
      ${section}`,
  })
