import type { SourceDetails } from '../../server/sources/source.ts'
import { sourceKindWords } from '../../server/sources/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Hole, type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

type Shown = Pick<
  SourceDetails,
  'publisher' | 'author' | 'publishedOn' | 'kind' | 'primary' | 'interest' | 'confidential'
>

/** Who made the source, when, and what it is, on one line. */
export const SourceLine = ({ author, publisher, publishedOn, kind }: Shown): Html => {
  const by = [author, publisher].filter((name) => name !== null).map((name) => html`<span dir="auto">${name}</span>`)
  const parts: Hole[] = [...by, publishedOn && partialDateWords(publishedOn), sourceKindWords[kind]]
  return html`<p class="source-line">${parts.filter(Boolean).map((part, index) => html`${index > 0 && ' · '}${part}`)}</p>`
}

/** What a checker must know before trusting the source, in words: nothing when there is nothing. */
export const SourceTags = ({ primary, confidential, interest }: Shown): Html | false =>
  (primary || confidential || interest !== null) &&
  html`<ul class="source-tags">
    ${primary && html`<li class="tag">Primary source</li>`}
    ${confidential && html`<li class="tag secret">${Icon('lock')} Confidential</li>`}
    ${interest && html`<li class="interest"><span class="soft">Interest:</span> <span dir="auto">${interest}</span></li>`}
  </ul>`
