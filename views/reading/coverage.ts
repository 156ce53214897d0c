import type { Article, Sentence } from '../../server/articles/article.ts'
import type { Triage } from '../../server/articles/words.ts'
import { html } from '../html.ts'

type Counts = Pick<Article, 'sentenceCount' | 'lookedAtCount' | 'claimCount' | 'decidedCount'>

/** How far the article has been worked through, in words and as two bars. */
export const Coverage = ({ sentenceCount, lookedAtCount, claimCount, decidedCount }: Counts) => html`
  <div class="coverage" id="coverage">
    ${Meter(`${lookedAtCount} of ${sentenceCount} sentences looked at`, 'looked', lookedAtCount / (sentenceCount || 1))}
    ${Meter(claimCount === 0 ? 'No claims yet' : `${decidedCount} of ${claimCount} ${claimCount === 1 ? 'claim' : 'claims'} decided`, 'decided', decidedCount / (claimCount || 1))}
  </div>`

const Meter = (words: string, kind: string, share: number) => html`
  <div class="meter"><span>${words}</span><svg class="progress" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="${kind}" width="${Math.round(share * 1000) / 10}" height="1"></rect></svg></div>`

/** The strip beside a block: a bar as long as each sentence, its form saying what was found. Its words stand at the sentences. */
export const Strip = (block: { start: number; end: number }, sentences: readonly Sentence[]) =>
  html`<svg class="strip" id="strip-${block.start}" viewBox="0 0 8 ${block.end - block.start}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${sentences.map((sentence) => Bar(sentence, block.start))}</svg>`

// In characters, so about a fifth of a line.
const gap = (length: number) => Math.min(5, length * 0.12)

const Bar = ({ id, start, end, triage }: Sentence, from: number) =>
  html`<path class="${triage}" data-sentence="${id}" d="${drawn(triage, start - from, Math.round(end - start - gap(end - start)))}"></path>`

// Full: a claim. Thin: looked at, nothing to check. Hollow: still to do.
const forms: Record<Triage, { x: number; width: number }> = {
  claim: { x: 2, width: 4 },
  not_a_claim: { x: 3.25, width: 1.5 },
  untouched: { x: 2, width: 4 },
}

const drawn = (triage: Triage, y: number, height: number) =>
  `M${forms[triage].x} ${y}h${forms[triage].width}v${height}h-${forms[triage].width}z`

/** What the forms of the strip mean. */
export const Legend = html`<ul class="legend" aria-label="What the strip beside the text means">${(
  [
    ['claim', 'claim'],
    ['not_a_claim', 'not a claim'],
    ['untouched', 'not looked at yet'],
  ] as const
).map(
  ([triage, words]) =>
    html`<li><svg viewBox="0 0 8 14" aria-hidden="true" focusable="false"><path class="${triage}" d="${drawn(triage, 1, 12)}"></path></svg> ${words}</li>`,
)}</ul>`
