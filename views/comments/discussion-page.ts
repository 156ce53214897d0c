import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'

type Page = {
  shell: Shell
  claim: ClaimRecord
  /** What it is narrowed to: the source of a piece of evidence, or a verdict. */
  source: string | undefined
  verdict: { number: number } | null
  panel: Html
}

/** The discussion of a claim on a page of its own, or of one piece of its evidence, or of one verdict. */
export const DiscussionPage = ({ shell, claim, source, verdict, panel }: Page): Html =>
  Layout({
    shell,
    title: `Discussion of claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))}
      <h1>${Heading(source, verdict)}</h1>
      <p class="judged-statement" dir="auto">${claim.statement}</p>
      ${panel}
      ${(source !== undefined || verdict !== null) && html`<p class="no-print"><a href="/claims/${claim.id}#discussion-${claim.id}">Everything that is discussed about this claim</a></p>`}`,
  })

const Heading = (source: Page['source'], verdict: Page['verdict']) => {
  if (source !== undefined) return html`Discuss the evidence from <cite dir="auto">${source}</cite>`
  return verdict ? `Discuss verdict ${verdict.number}` : 'Discuss the claim'
}
