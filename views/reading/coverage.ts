import type { Person } from '../../server/accounts/permissions.ts'
import type { Sentence } from '../../server/articles/article.ts'
import type { Reading } from '../../server/articles/reading.ts'
import type { Triage } from '../../server/articles/words.ts'
import type { Worth } from '../../server/finding/worthiness/worthiness.ts'
import { Progress } from '../articles/progress.ts'
import { levels } from '../../server/finding/worthiness/words.ts'
import { type Html, html } from '../html.ts'
import { SignOffLine } from './sign-off.ts'

type Covered = { reading: Reading; person: Person }

/** How far the article has been worked through and the next step, in a place that is drawn anew when that changes. */
export const Coverage = ({
  reading: { article, text, signOff },
  person,
}: Covered) => html`<div class="coverage" id="coverage">
    ${Progress(article)}
    <div class="next-step">${NextUntouched(article.id, text.sentences)} ${SignOffLine({ article, signOff, person })}</div>
  </div>`

/** The way to the first sentence after `after` that nobody has looked at, else to the first in the text. */
export function NextUntouched(articleId: number, sentences: readonly Sentence[], after?: Sentence): Html | false {
  const untouched = sentences.filter(({ id, triage }) => triage === 'untouched' && id !== after?.id)
  const next = untouched.find(({ number }) => number > (after?.number ?? 0)) ?? untouched[0]
  return (
    next !== undefined &&
    html`<a class="next-untouched no-print" href="/articles/${articleId}?sentence=${next.id}#s-${next.id}">Next to look at: sentence ${next.number}</a>`
  )
}

type Block = { start: number; end: number }

/** The strip beside a block: a bar as long as each sentence, its form saying what was found. Its words stand at the sentences. */
export const Strip = (block: Block, sentences: readonly Sentence[], worths: readonly Worth[]) =>
  html`<svg class="strip" id="strip-${block.start}" viewBox="0 0 8 ${block.end - block.start}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${sentences.map((sentence) => Bar(sentence, block.start, worths[sentence.number - 1]))}</svg>`

// In characters, so about a fifth of a line.
const gap = (length: number) => Math.min(5, length * 0.12)

const Bar = ({ id, start, end, triage }: Sentence, from: number, worth: Worth | undefined) =>
  html`<path class="${classOf(triage, worth)}" data-sentence="${id}" d="${drawn(triage, start - from, Math.round(end - start - gap(end - start)))}"></path>`

// What was looked at needs no ranking.
const classOf = (triage: Triage, worth: Worth | undefined) =>
  triage === 'untouched' && worth ? `untouched ${worth.level}` : triage

// Full: a claim. Thin: looked at, nothing to check. Hollow: still to do.
const forms: Record<Triage, { x: number; width: number }> = {
  claim: { x: 2, width: 4 },
  not_a_claim: { x: 3.25, width: 1.5 },
  untouched: { x: 2, width: 4 },
}

const drawn = (triage: Triage, y: number, height: number) =>
  `M${forms[triage].x} ${y}h${forms[triage].width}v${height}h-${forms[triage].width}z`

/** What the forms of the strip mean. */
export const Legend = html`<ul class="legend" aria-label="What the strip beside the text means">
    <li>${Form('claim', 'claim')} claim</li>
    <li>${Form('not_a_claim', 'not_a_claim')} not a claim</li>
    <li>${levels.map((level) => Form('untouched', `untouched ${level}`))} not looked at yet; the fuller, the more worth checking</li>
  </ul>`

function Form(triage: Triage, className: string): Html {
  return html`<svg viewBox="0 0 8 14" aria-hidden="true" focusable="false"><path class="${className}" d="${drawn(triage, 1, 12)}"></path></svg>`
}
