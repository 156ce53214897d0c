import type { Mark, Segment } from '../../server/articles/spans.ts'
import type { ClaimMark } from '../../server/claims/claim.ts'
import type { ClaimState } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { claimWords } from './words.ts'

/** What the text is shown with: whose it is, and which claim or sentence stands beside it. */
export type Look = { articleId: number; claim?: number | undefined; sentence?: number | undefined }

/** A piece of text inside the underlines of its claims; the number of a claim stands where the claim begins. */
export function Piece({ text, marks, opens }: Segment<ClaimMark>, look: Look): string | Html {
  return marks.reduceRight<string | Html>((inner, mark) => Underlined(mark, opens.includes(mark), inner, look), text)
}

// No space may stand between tags here: the text on screen is the frozen text, unit for unit.
const Underlined = ({ claim, lane }: Mark<ClaimMark>, opens: boolean, inner: string | Html, look: Look) =>
  html`${opens && ClaimNumber(claim, look)}<mark class="${classOf(claim)} lane-${Math.min(lane, 3)}${claim.id === look.claim ? ' on' : ''}" data-claim="${claim.id}">${inner}</mark>`

const ClaimNumber = (claim: ClaimMark, { articleId, claim: focus }: Look) =>
  html`<a class="n tone-${claim.rating?.tone ?? 'undecided'}" id="m-${claim.id}" lang="en" dir="ltr" href="/articles/${articleId}?claim=${claim.id}#claim-${claim.id}" hx-get="/claims/${claim.id}" hx-push-url="/articles/${articleId}?claim=${claim.id}" aria-label="Claim ${claim.number}, ${claimWords(claim)}" title="${claim.statement}"${claim.id === focus && html` aria-current="true"`}><b>${claim.number}</b></a>`

const lines: Record<ClaimState, string> = {
  candidate: 'dotted',
  open: 'dotted',
  checking: 'dotted',
  in_review: 'dashed',
  decided: 'solid',
  published: 'solid',
  set_aside: 'faint',
}

const classOf = ({ state, rating }: ClaimMark) => `${lines[state]} tone-${rating?.tone ?? 'undecided'}`
