import { stanceDefinitions, stanceWords, stances } from '../../server/evidence/words.ts'
import type { PublicClaim } from '../../server/reports/public.ts'
import { sourceKindWords } from '../../server/sources/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Day } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'
import { Dated } from './facts.ts'

type Item = PublicClaim['evidence'][number]

/** The evidence that readers may see, by what it says of the claim. */
export const EvidenceList = ({ evidence }: { evidence: readonly Item[] }) => html`
  <section class="evidence-list" aria-labelledby="evidence">
    <h2 id="evidence">The evidence</h2>
    ${evidence.length === 0 ? html`<p>No evidence that can be shown is linked to this claim. What it rests on is in the explanation.</p>` : html`<p class="aside">${counted(evidence.length, 'piece')} of evidence. Open the sources and read on: each link leads as near to the passage as it can.</p>`}
    ${stances.map((stance) => Side(stance, evidence))}
  </section>`

function Side(stance: Item['stance'], evidence: readonly Item[]) {
  const items = evidence.filter((item) => item.stance === stance)
  return (
    items.length > 0 &&
    html`<section class="side-${stance}" aria-labelledby="${stance}">
      <h3 id="${stance}">${stanceWords[stance]} <span class="count">${items.length}</span></h3>
      <p class="aside">${stanceDefinitions[stance]}</p>
      <ol>${items.map(Piece)}</ol>
    </section>`
  )
}

const Piece = ({ number, passage, locator, passageUrl, copy, source }: Item) => html`
  <li id="evidence-${number}" value="${number}">
    <p class="source"><cite lang="${source.language ?? ''}" dir="auto">${source.title}</cite></p>
    <p class="aside">${About(source)}</p>
    ${passage && html`<blockquote class="passage" dir="auto">${passage}</blockquote>`}
    ${locator && html`<p class="aside">Where: <bdi>${locator}</bdi></p>`}
    ${passage && copy && Kept(copy)}
    ${source.interest && html`<p class="interest">${Icon('circle-alert')} <span>Interest of the source: <bdi>${source.interest}</bdi></span></p>`}
    <p class="ways">${passageUrl ? OutLink(passageUrl, 'At the passage') : source.url && OutLink(source.url, 'Source')} ${source.archivedUrl && OutLink(source.archivedUrl, 'Archived copy')} ${source.doi && OutLink(`https://doi.org/${source.doi}`, `DOI ${source.doi}`)}</p>
  </li>`

const About = ({ publisher, author, publishedOn, kind, primary }: Item['source']) => html`
  ${sourceKindWords[kind]}${primary && html`, <b>primary source</b>`}${publisher && html` · <bdi>${publisher}</bdi>`}${author && html` · <bdi>${author}</bdi>`}${publishedOn && html` · ${Dated(publishedOn)}`}`

const Kept = ({ match, capturedAt, sha256 }: NonNullable<Item['copy']>) =>
  match &&
  html`<p class="kept ${match}">${Icon(match === 'exact' ? 'check' : 'circle-alert')} <span>${found[match]} in the copy that the newsroom kept on ${Day(capturedAt)}. <span class="hash">SHA-256 <code>${sha256.slice(0, 16)}…</code></span></span></p>`

const found = {
  exact: 'Found word for word',
  near: 'Found nearly word for word',
  missing: 'Quoted by hand: these words were not found',
}
