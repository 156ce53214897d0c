import type { SitePage, SiteVersion } from '../../server/site/page.ts'
import { sitePageWords } from '../../server/site/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Markdown } from '../markdown.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { When } from '../parts/when.ts'

type Page = {
  shell: Shell
  page: SitePage
  versions: SiteVersion[]
  typed: Typed
  /** What is to be shown as readers would see it. */
  preview: string | undefined
}

/** The form in which a page of the site is written. */
export const WritePage = ({ shell, page, versions, typed, preview }: Page) => {
  const { title, hint } = sitePageWords[page.page]
  return Layout({
    shell,
    title,
    main: html`${Crumb({ href: '/settings', name: 'Settings' }, { href: '/settings/site', name: 'Public site' })}
      <h1>${title}</h1>
      ${preview !== undefined && Preview(preview)}
      <form class="form wide" method="post" action="/settings/site/${page.page}">
        ${FormMessage({ typed })}
        ${Area({ name: 'text', label: 'The page, in Markdown', rows: 18, max: 30_000, typed, hint: `${hint} Save it empty to take the page off the site: what it said before is kept.` })}
        ${Hidden('version', versionOf(typed))}
        <p class="actions"><button class="main">Save and show to readers</button> <button name="preview" value="yes">Preview</button></p>
      </form>
      ${versions.length > 0 && Versions(versions)}`,
  })
}

const Preview = (text: string) => html`
  <section class="preview" aria-labelledby="preview">
    <h2 id="preview">Preview: not saved yet</h2>
    ${text ? Markdown(text) : html`<p class="soft">Nothing: the page would not be shown.</p>`}
  </section>`

const Versions = (versions: SiteVersion[]) => html`
  <section aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <ul>${versions.map(({ page, number, createdAt, by, text }) => html`<li><a href="/settings/site/${page}/versions/${number}">Version ${number}</a>, ${When(createdAt)}, <bdi>${by}</bdi>${!text && ', taken off the site'}</li>`)}</ul>
  </section>`
