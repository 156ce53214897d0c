import type { OfferedSource } from '../../server/evidence/uses.ts'
import { type Html, html } from '../html.ts'
import { SourceLine, SourceTags } from '../sources/source-line.ts'

type Shown = { offered: OfferedSource[]; q: string; chosen: string }

/** The sources to choose from, as radio buttons. */
export const SourceMatches = ({ offered, q, chosen }: Shown): Html => html`
  <div id="source-matches">
    ${(q || offered.length > 0) && html`<p class="hint">${told(q, offered.length)}</p>`}
    ${offered.map((source) => Match(source, chosen === String(source.id)))}
  </div>`

function told(q: string, count: number): Html {
  if (!q) return html`Used on this article already:`
  if (count === 0)
    return html`No source matches “<span dir="auto">${q}</span>”. Try fewer words, or enter it as a new source.`
  return html`For “<span dir="auto">${q}</span>”, newest first:`
}

const Match = (source: OfferedSource, isChosen: boolean) => html`
  <div class="choice">
    <input type="radio" name="source" value="${source.id}" id="f-source-${source.id}" ${isChosen && html`checked`} />
    <div><label for="f-source-${source.id}" class="source-title" dir="auto">${source.title}</label> ${SourceLine(source)} ${SourceTags(source)}</div>
  </div>`
