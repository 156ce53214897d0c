import type { Desk, DeskArticle, Few } from '../../server/desk/desk.ts'
import type { SavedList } from '../../server/lists/list.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { Progress } from '../articles/progress.ts'
import { Timeline } from '../history/timeline.ts'
import { html } from '../html.ts'
import { ListLinks } from '../lists/saved-lists.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Icon } from '../parts/icon.ts'
import { NoticesPart } from './notices-part.ts'
import { WaitingPart } from './waiting-part.ts'

type Shown = { shell: Shell; desk: Desk; lists: readonly SavedList[]; mayAdd: boolean; mayImport: boolean }

/** What waits for a person, what the newsroom works on, and what happened lately. */
export const DeskPage = ({ shell, desk, lists, mayAdd, mayImport }: Shown) =>
  Layout({
    shell,
    title: 'Desk',
    main: html`
      ${PageHead('Desk', mayAdd && html`<span class="links">${mayImport && html`<a href="/imports">Imports</a>`} <a class="button" href="/articles/new">${Icon('plus')} Take in an article</a></span>`)}
      <div class="desk">
        <div>${desk.waiting ? WaitingPart(desk.waiting, desk.articles.rows[0]) : ReaderPart}</div>
        <div>${NoticesPart(desk.notices)} ${lists.length > 0 && Lists(lists)} ${InWork(desk.articles, mayAdd)} ${Recent(desk)}</div>
      </div>`,
  })

const Lists = (lists: readonly SavedList[]) => html`
  <section aria-labelledby="lists-title">
    <h2 id="lists-title">Lists</h2>
    ${ListLinks(lists)}
    <p class="all-saved"><a href="/lists">All saved lists</a></p>
  </section>`

const ReaderPart = html`<section aria-labelledby="reading-title">
  <h2 id="reading-title">You can read everything here</h2>
  <p>Look through the <a href="/articles">articles</a>, the <a href="/claims">claims</a> and their evidence, and <a href="/claims?state=decided">what has been decided</a>. To check claims yourself, ask an admin to make you a checker.</p>
</section>`

const InWork = ({ rows, more }: Few<DeskArticle>, mayAdd: boolean) => html`
  <section aria-labelledby="in-work-title">
    <h2 id="in-work-title">Articles in work</h2>
    ${rows.length === 0 ? NothingInWork(mayAdd) : html`<ul class="desk-articles">${rows.map(ArticleLine)}</ul>`}
    ${more && html`<p><a href="/articles">All articles</a></p>`}
  </section>`

const ArticleLine = (article: DeskArticle) => html`
  <li>
    <h3><a href="/articles/${article.id}" lang="${article.language}" dir="auto">${article.title}</a></h3>
    ${(article.outlet ?? article.publishedOn) !== null && html`<p class="soft"><bdi>${article.outlet}</bdi>${article.outlet && article.publishedOn && ' · '}${article.publishedOn && partialDateWords(article.publishedOn)}</p>`}
    ${Progress(article)}
  </li>`

const NothingInWork = (mayAdd: boolean) => html`
  <div class="empty">
    <p>Every article has been read through, and every claim in them is decided.</p>
    ${mayAdd ? html`<p><a href="/articles/new">Take in an article</a> to go on.</p>` : html`<p><a href="/articles">See all articles</a></p>`}
  </div>`

const Recent = ({ lines }: Desk) => html`
  <section aria-labelledby="recent-title">
    <h2 id="recent-title">Lately</h2>
    ${Timeline({ lines })}
    <p><a href="/history">The whole history</a></p>
  </section>`
