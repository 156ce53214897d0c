import type { Sentence, Text } from '../../server/articles/article.ts'
import { type Run, type SpannedBlock, spanText } from '../../server/articles/spans.ts'
import type { Block } from '../../server/articles/words.ts'
import { type Html, html } from '../html.ts'
import { Strip } from './coverage.ts'
import { directionOf } from './direction.ts'
import { type Look, type Marked, Piece } from './mark.ts'
import { triageWords, worthWords } from './words.ts'

type Shown = { text: Text; claims: readonly Marked[]; language: string; look: Look }
type Spanned = SpannedBlock<Block, Sentence, Marked>
type SentenceRun = Run<Sentence, Marked> & { sentence: Sentence }

/** The frozen text with its claims underlined and its coverage beside it. */
export const ArticleText = ({ text, claims, language, look }: Shown) => html`
  <div class="text" id="text" lang="${language}" dir="${directionOf(language)}" hx-target:inherited="#focus" hx-swap:inherited="innerHTML" hx-sync:inherited="#focus:replace">
    ${inLists(spanText({ ...text, claims })).map((part) => (Array.isArray(part) ? html`<ul>${part.map((item) => BlockOf(item, look))}</ul>` : BlockOf(part, look)))}
  </div>`

// Items that follow one another are one list.
function inLists(blocks: Spanned[]): (Spanned | Spanned[])[] {
  const parts: (Spanned | Spanned[])[] = []
  for (const part of blocks) {
    const last = parts.at(-1)
    if (part.block.kind !== 'item') parts.push(part)
    else if (Array.isArray(last)) last.push(part)
    else parts.push([part])
  }
  return parts
}

function BlockOf({ block, runs }: Spanned, look: Look): Html {
  const sentences = runs.flatMap(({ sentence }) => sentence ?? [])
  const content = html`${Strip(block, sentences, look.worths)}${runs.map((run) => RunOf(run, look))}`
  if (block.kind === 'heading') return html`<h2 class="block" data-start="${block.start}">${content}</h2>`
  if (block.kind === 'quotation')
    return html`<blockquote class="block" data-start="${block.start}">${content}</blockquote>`
  if (block.kind === 'item') return html`<li class="block" data-start="${block.start}">${content}</li>`
  return html`<p class="block" data-start="${block.start}">${content}</p>`
}

const RunOf = (run: Run<Sentence, Marked>, look: Look) =>
  isSentence(run) ? SentenceSpan(run, look) : run.segments.map((segment) => Piece(segment, look))

const isSentence = (run: Run<Sentence, Marked>): run is SentenceRun => run.sentence !== undefined

/** One sentence, and the link by which it is worked on. No space may stand between the tags. */
export function SentenceSpan({ sentence, segments }: SentenceRun, look: Look): Html {
  const { id, number, triage } = sentence
  const placing = look.placing === undefined ? '' : `&placing=${look.placing}`
  const address = `/articles/${look.articleId}?sentence=${id}${placing}#sentence-${id}`
  return html`<span class="${`s ${triage}${id === look.sentence ? ' on' : ''}`}" id="s-${id}">${segments.map((segment) => Piece(segment, look))}<a class="handle" lang="en" dir="ltr" href="${address}" aria-label="${`Sentence ${number}: ${triageWords(sentence)}${worthWords(sentence, look.worths)}`}">${number}</a></span>`
}
