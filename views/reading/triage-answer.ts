import type { Person } from '../../server/accounts/permissions.ts'
import type { Sentence } from '../../server/articles/article.ts'
import type { Reading } from '../../server/articles/reading.ts'
import { spanText } from '../../server/articles/spans.ts'
import type { Explained } from '../../server/finding/worthiness/worthiness.ts'
import { type Html, html } from '../html.ts'
import { Coverage, Strip } from './coverage.ts'
import { panelOf } from './reading-page.ts'
import { Return } from './reasons.ts'
import { SentencePanel } from './sentence-panel.ts'
import { SentenceSpan } from './text.ts'
import { reasonWords } from './words.ts'

type Answer = { reading: Reading; sentence: Sentence; worth: Explained; person: Person }

/** What changes on an open page when a sentence was set aside or taken back: the sentence, its strip, the counts, its panel. */
export const TriageAnswer = ({ reading, sentence, worth, person }: Answer): Html => {
  const { article, text, claims, candidates, worths } = reading
  const block = text.blocks.find(({ start, end }) => start <= sentence.start && sentence.end <= end)
  const inBlock = block ? text.sentences.filter(({ start, end }) => block.start <= start && end <= block.end) : []
  const run = spanText({
    text: text.text,
    blocks: [sentence],
    sentences: [sentence],
    claims: [...claims, ...candidates.open],
  })[0]?.runs[0]
  return html`
    ${run && Part(`#s-${sentence.id}`, SentenceSpan({ ...run, sentence }, { articleId: article.id, worths }))}
    ${block && Part(`#strip-${block.start}`, Strip(block, inBlock, worths))}
    ${Part('#coverage', Coverage({ reading, person }))}
    ${Part(`#sentence-${sentence.id}`, SentencePanel({ ...panelOf(reading), sentence, worth, person }))}
    ${Toast(Told(sentence))}`
}

/** What could not be done, said in passing. */
export const TriageProblem = (problem: string): Html => Toast(html`<p class="message problem">${problem}</p>`)

const Part = (place: string, content: Html) =>
  html`<hx-partial hx-target="${place}" hx-swap="outerHTML">${content}</hx-partial>`

const Toast = (content: Html) => html`<hx-partial hx-target="#toast" hx-swap="innerHTML">${content}</hx-partial>`

const Told = ({ id, number, triage, reason }: Sentence) =>
  triage === 'not_a_claim'
    ? html`<p>Sentence ${number} is set aside: ${reasonWords(reason ?? 'other')}.</p>${Return({ sentenceId: id, words: html`Undo <kbd>u</kbd>` })}`
    : html`<p>Sentence ${number} is back: not looked at yet.</p>`
