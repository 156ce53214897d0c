import type { SiteLinks } from '../../server/site/links.ts'
import type { SitePage } from '../../server/site/page.ts'
import { sitePageWords } from '../../server/site/words.ts'
import { type Html, html } from '../html.ts'
import { MarkdownPage, plainText } from '../markdown.ts'
import { Day } from '../parts/when.ts'
import { PublicLayout } from '../reports/public-layout.ts'

type Page = { newsroom: string; page: SitePage; site: SiteLinks; origin: string }

/** What the newsroom tells readers of itself, and since when it says so. */
export const WrittenPage = ({ newsroom, page, site, origin }: Page): Html =>
  PublicLayout({
    newsroom,
    title: sitePageWords[page.page].title,
    description: plainText(page.text, 200),
    origin,
    path: sitePageWords[page.page].path,
    site,
    main: html`<article class="report written">
      <h1>${sitePageWords[page.page].title}</h1>
      ${MarkdownPage(page.text)}
      ${page.changedAt && html`<p class="aside">Last changed on ${Day(page.changedAt)}.</p>`}
    </article>`,
  })
