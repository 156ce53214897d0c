import { type Person, can } from '../../server/accounts/permissions.ts'
import { feedPath } from '../../server/feeds/words.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'

type Page = {
  shell: Shell
  person: Person
  article: { id: number; title: string }
  /** The address of its report while that is public. */
  report: string | null
  typed: Typed
}

/** What else than tables can be taken out of an article, and what each is for. */
export const OtherFormatsPage = ({ shell, person, article, report, typed }: Page): Html =>
  Layout({
    shell,
    title: `Other formats: ${article.title}`,
    main: html`
      ${Crumb(...wayToArticle(article))}
      <h1>Other formats</h1>
      ${FormMessage({ typed })}
      <section aria-labelledby="annotations">
        <h2 id="annotations">Web annotations</h2>
        <p>Every claim that is not set aside, with its words and where they stand, for programs that show notes on web pages (W3C Web Annotation, JSON-LD). Claims that are not published are in it.</p>
        <form method="post" action="/articles/${article.id}/annotations" data-download>
          <p class="actions"><button>${Icon('download')} Export annotations</button></p>
        </form>
      </section>
      <section aria-labelledby="bundle">
        <h2 id="bundle">Replication bundle</h2>
        <p>Everything that is needed to go over the work on this article again, in one ZIP: its frozen texts, claims, evidence, verdicts and corrections as CSV and JSON, the kept copies of its sources, and the history with what checks it. Whoever gets it unpacks it and runs <code>node verify.mjs</code>, without network.</p>
        <p>Unpublished work and the names of who did it are in it; nothing from confidential sources is. The copies are other people’s works: pass them on only to those who may have them. What is public has a bundle of its own, below.</p>
        ${
          can(person, 'bundle.export')
            ? html`<form method="post" action="/articles/${article.id}/bundles" data-download>
          <p class="actions"><button>${Icon('download')} Export bundle</button></p>
        </form>`
            : html`<p class="soft">Editors can export it.</p>`
        }
      </section>
      ${Public(report)}`,
  })

const Public = (report: string | null) => html`
  <section aria-labelledby="public">
    <h2 id="public">What is public, for programs</h2>
    <p>These addresses answer everybody, and hold what is published alone.</p>
    <ul>
      ${report ? html`<li><a href="${report}/annotations.jsonld">Web annotations</a> and <a href="${report}/bundle.zip">replication bundle</a> of this article’s report</li>` : html`<li class="soft">The report of this article is not public: it has no web annotations and no bundle there.</li>`}
      <li><a href="/claimreview.json">ClaimReview of all published checks</a>; the file of a single one is linked from its claim</li>
      <li>Feeds of what is published and corrected: <a href="${feedPath('atom')}">Atom</a>, <a href="${feedPath('json')}">JSON Feed</a></li>
    </ul>
  </section>`
