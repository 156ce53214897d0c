import type { GuideEntry, GuideShape } from '../../server/api/guide.ts'
import type { problemKinds } from '../../server/api/problems.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { HowToCheck } from '../webhooks/how-to-check.ts'
import { GuideEntrySection } from './guide-entry.ts'
import { GuideFields, Marked } from './guide-fields.ts'

type Page = {
  shell: Shell
  /** The address of this server, without a slash at its end. */
  origin: string
  entries: GuideEntry[]
  shapes: GuideShape[]
  tags: readonly string[]
  limits: { token: number }
  kinds: typeof problemKinds
  replaySeconds: number
}

/** What programs can do here, and how: made from what is served. */
export const GuidePage = ({ shell, origin, entries, shapes, tags, limits, kinds, replaySeconds }: Page) =>
  Layout({
    shell,
    title: 'The API',
    main: html`
      <div class="guide">
        ${PageHead('The API', html`<p class="links"><a href="/api/v1/openapi.json">OpenAPI document</a> ${shell.person && html`<a href="/account/tokens">Your tokens</a>`}</p>`)}
        <p>Programs read what this newsroom checks, take in articles, add claims and evidence, change them, and withdraw evidence. They act for a person, by a token that the person makes on the page of their account, and may do no more than that person. Verdicts are given by people alone.</p>
        ${Contents(tags)} ${Rules({ origin, limits })}
        ${tags.map((tag) => html`<section aria-labelledby="${anchor(tag)}"><h2 id="${anchor(tag)}">${tag}</h2>${entries.filter((entry) => entry.tag === tag).map(GuideEntrySection)}</section>`)}
        ${Shapes(shapes)} ${Webhooks} ${HowToCheck(replaySeconds)} ${Problems(kinds)}
      </div>`,
  })

const anchor = (tag: string) => tag.toLowerCase().replaceAll(' ', '-')

const Contents = (tags: readonly string[]) => html`
  <nav class="links" aria-label="On this page">
    <a href="#rules">What holds for all</a> ${tags.map((tag) => html`<a href="#${anchor(tag)}">${tag}</a> `)} <a href="#shapes">What answers hold</a> <a href="#webhooks">Webhooks</a> <a href="#problems">Problems</a>
  </nav>`

const Rules = ({ origin, limits }: Pick<Page, 'origin' | 'limits'>) => html`
  <section aria-labelledby="rules">
    <h2 id="rules">What holds for all</h2>
    <pre class="command" tabindex="0"><code>export STET_TOKEN=stet_…
curl -H "Authorization: Bearer $STET_TOKEN" ${origin}/api/v1/me</code></pre>
    <dl class="guide-rules">
      <div><dt>Tokens</dt><dd>Sent as <code>Authorization: Bearer</code>, and only here: they open no page. Cookies count for nothing in the API. A token has scopes. It ends on its day, when it is revoked, with the account, and with the password of the person unless they untick that.</dd></div>
      <div><dt>Confidential sources</dt><dd>No program sees them, whoever’s token it has: they are left out of lists, counts, searches and single answers. The same holds for verdicts that are sealed until a second checker has given theirs.</dd></div>
      <div><dt>Lists</dt><dd>Come in pages. <code>next</code> is the address of the next page, as <code>/api/v1/…</code> on this server, null on the last. A list goes on after what it told last, so nothing is skipped or told twice when something is added meanwhile; only what is changed so that it stands elsewhere may be.</dd></div>
      <div><dt>Bodies</dt><dd>JSON objects in UTF-8, uncompressed, up to 2 MB. Fields that are not listed here are refused, and so is a name that stands twice.</dd></div>
      <div><dt>Nothing twice</dt><dd>Send an <code>Idempotency-Key</code> of your own with everything that writes: up to 255 visible characters of ASCII, another one for each thing that is to happen. The same request with the same key within 24 hours is done once. Sent again it is answered with what it made, as that is by then, and <code>Idempotent-Replayed: true</code>.</dd></div>
      <div><dt>Nobody’s work is lost</dt><dd>Whatever is read or saved comes with an <code>ETag</code>, which <code>curl -i</code> shows, quotation marks and all. A change says with <code>If-Match</code> what it has read: without it the answer is 428, and 412 when somebody was first. Anything in the answer counts: an article with one more claim has another tag. Reading with <code>If-None-Match</code> is answered 304 when nothing is new.</dd></div>
      <div><dt>How often</dt><dd>${limits.token} requests a minute for each token; searches count as five. <code>RateLimit</code> says how many are left (<code>r</code>) and in how many seconds there are all of them again (<code>t</code>), and after a 429 <code>Retry-After</code> how many seconds to wait.</dd></div>
      <div><dt>Offsets</dt><dd>UTF-16 code units of the frozen text, as JavaScript counts.</dd></div>
    </dl>
  </section>`

const Shapes = (shapes: GuideShape[]) => html`
  <section aria-labelledby="shapes">
    <h2 id="shapes">What answers hold</h2>
    <p>A list has its <code>items</code> and <code>next</code>. Every field that is named here is there; what is not known is null.</p>
    ${shapes.map(
      ({ name, description, fields }) => html`
        <div class="guide-entry">
          <h3 id="shape-${name}">${name}</h3>
          ${description && html`<p>${Marked(description)}</p>`} ${GuideFields('Fields', fields)}
        </div>`,
    )}
  </section>`

const Webhooks = html`
  <section aria-labelledby="webhooks">
    <h2 id="webhooks">Webhooks</h2>
    <p>Instead of asking again and again, a program can be told: an admin adds its address under Settings, Webhooks. When a claim is published, corrected or withdrawn, Stet posts what is public of it there, signed. What it posts is a <a href="#shape-Message">Message</a>.</p>
  </section>`

const Problems = (kinds: Page['kinds']) => html`
  <section aria-labelledby="problems">
    <h2 id="problems">Problems</h2>
    <p>Whatever goes wrong is told as <code>application/problem+json</code> (RFC 9457). <code>type</code> ends with one of these names; <code>errors</code> says where, by a JSON pointer into the body or the name of a parameter.</p>
    <dl class="guide-rules">
      ${Object.entries(kinds).map(([kind, { status, means }]) => html`<div id="${kind}"><dt><code>${kind}</code> <span class="soft number">${status}</span></dt><dd>${Marked(means)}</dd></div>`)}
    </dl>
  </section>`
