import type { Mark, Segment } from '../../server/articles/spans.ts'
import type { ClaimMark } from '../../server/claims/claim.ts'
import type { ClaimState } from '../../server/claims/words.ts'
import type { OpenCandidate } from '../../server/finding/open.ts'
import type { Worth } from '../../server/finding/worthiness/worthiness.ts'
import { type Html, html } from '../html.ts'
import { claimWords } from './words.ts'

/** A claim, or words of which the program proposes one. */
export type Marked = ClaimMark | FoundMark
type FoundMark = Pick<OpenCandidate, 'key' | 'statement' | 'quoteStart' | 'quoteEnd'>

/** What the text is shown with: whose it is, what each sentence is worth checking, and which claim or sentence stands beside it. */
export type Look = {
  articleId: number
  worths: readonly Worth[]
  claim?: number | undefined
  sentence?: number | undefined
  candidate?: string | undefined
  /** A claim whose words are looked for: the sentences lead to where it is placed. */
  placing?: number | undefined
}

/** A piece of text inside the underlines of its claims; the number of a claim stands where the claim begins. */
export function Piece({ text, marks, opens }: Segment<Marked>, look: Look): string | Html {
  return marks.reduceRight<string | Html>((inner, mark) => Underlined(mark, opens.includes(mark), inner, look), text)
}

// No space may stand between tags here: the text on screen is the frozen text, unit for unit.
const Underlined = ({ claim, lane }: Mark<Marked>, opens: boolean, inner: string | Html, look: Look) =>
  'key' in claim
    ? Found(claim, opens, inner, look)
    : html`${opens && ClaimNumber(claim, look)}<mark class="${classOf(claim, lane, look)}" data-claim="${claim.id}">${inner}</mark>`

function Found({ key, statement }: FoundMark, opens: boolean, inner: string | Html, { articleId, candidate }: Look) {
  const address = `/articles/${articleId}?candidate=${key}`
  return html`${opens && html`<a class="f" id="f-${key}" lang="en" dir="ltr" href="${`${address}#candidate-${key}`}" hx-get="${address}" hx-push-url="${address}" aria-label="Possible claim, proposed by Stet" title="${statement}"${key === candidate && html` aria-current="true"`}><b>?</b></a>`}<mark class="${`found${key === candidate ? ' on' : ''}`}" data-found="${key}">${inner}</mark>`
}

function ClaimNumber(claim: ClaimMark, { articleId, claim: focus }: Look) {
  const address = `/articles/${articleId}?claim=${claim.id}`
  return html`<a class="${`n tone-${toneOf(claim)}`}" id="m-${claim.id}" lang="en" dir="ltr" href="${`${address}#claim-${claim.id}`}" hx-get="/claims/${claim.id}" hx-push-url="${address}" aria-label="${`Claim ${claim.number}, ${claimWords(claim)}`}" title="${claim.statement}"${claim.id === focus && html` aria-current="true"`}><b>${claim.number}</b></a>`
}

const lines: Record<ClaimState, string> = {
  candidate: 'dotted',
  open: 'dotted',
  checking: 'dotted',
  in_review: 'dashed',
  decided: 'solid',
  published: 'solid',
  set_aside: 'faint',
}

const toneOf = ({ rating }: ClaimMark) => rating?.tone ?? 'undecided'

const classOf = (claim: ClaimMark, lane: number, { claim: focus }: Look) =>
  `${lines[claim.state]} tone-${toneOf(claim)} lane-${Math.min(lane, 3)}${claim.id === focus ? ' on' : ''}`
