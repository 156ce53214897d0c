import { claimNumber } from '../../server/claims/words.ts'
import type { ClaimOfEvidence } from '../../server/evidence/evidence.ts'
import { html } from '../html.ts'

type Shown = { source: number; copy: number; paragraphs: number; claim: ClaimOfEvidence | undefined }

/** The way from words of a copy to evidence: selected words, a paragraph by its number, or a passage pasted in the form that opens. */
export const UseAsEvidence = ({ source, copy, paragraphs, claim }: Shown) => html`
  <form class="use-as-evidence no-print" method="get" action="/evidence/from-copy" aria-label="Use as evidence">
    <input type="hidden" name="source" value="${source}" />
    <input type="hidden" name="copy" value="${copy}" />
    <input type="hidden" name="mark" value="" />
    <p><label for="use-paragraph">Paragraph</label><input id="use-paragraph" name="paragraph" type="number" min="1" max="${paragraphs}" /></p>
    <p><label for="use-claim">as evidence on claim</label><input id="use-claim" name="claim" value="${claim && claimNumber(claim)}" placeholder="1-9" pattern="[0-9]+-[0-9]+" required autocomplete="off" /></p>
    <button type="submit">Use as evidence</button>
    <p class="hint">Select words below, or give the number of a paragraph. Without either, paste the passage into the form that opens.</p>
    <output class="soft" aria-live="polite"></output>
  </form>`
