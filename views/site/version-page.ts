import type { SiteVersion } from '../../server/site/page.ts'
import { sitePageWords } from '../../server/site/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Markdown } from '../markdown.ts'
import { Crumb } from '../parts/crumb.ts'
import { When } from '../parts/when.ts'

/** What a page of the site said from some day on. */
export const VersionPage = ({ shell, version }: { shell: Shell; version: SiteVersion }) => {
  const { page, number, text, createdAt, by } = version
  const title = `${sitePageWords[page].title}, version ${number}`
  return Layout({
    shell,
    title,
    main: html`${Crumb({ href: '/settings', name: 'Settings' }, { href: '/settings/site', name: 'Public site' })}
      <h1>${title}</h1>
      <p class="soft">Written by <bdi>${by}</bdi>, ${When(createdAt)}.</p>
      ${text ? Markdown(text) : html`<p>The page was taken off the site.</p>`}`,
  })
}
