import type { PublicSite } from '../../server/settings/public-site.ts'
import type { SitePage } from '../../server/site/page.ts'
import { sitePageWords } from '../../server/site/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage, Hidden, Tick } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'

type Page = {
  shell: Shell
  site: PublicSite
  pages: SitePage[]
  /** How many published decisions have no public page, as far as one may make them. */
  pageless: number
  may: { switch: boolean; write: boolean }
  typed: Typed
}

/** Whether visitors find the checks at the front, and what they are told of the newsroom. */
export const SiteSettingsPage = ({ shell, site, pages, pageless, may, typed }: Page) =>
  Layout({
    shell,
    title: 'Public site',
    main: html`${Crumb({ href: '/settings', name: 'Settings' })}
      <h1>Public site</h1>
      <p>${site.isOn ? 'Visitors who are not signed in find your published checks at the front, with a search.' : 'Visitors who are not signed in find the sign-in page at the front.'} Reports that you publish can be read at their own addresses either way.</p>
      ${may.switch ? Switch(typed) : html`<p class="soft">An admin switches the site on and off.</p>`}
      ${pageless > 0 && html`<p>Published, without a public page: ${pageless.toLocaleString('en')}. <a href="/settings/public-pages/missing">Make their pages</a></p>`}
      <section aria-labelledby="pages">
        <h2 id="pages">What you tell readers of yourselves</h2>
        <p>Codes of the profession ask for these pages. While the site is on, each that is written is linked at the foot of every public page; one that nobody has written is not mentioned.</p>
        <ul class="site-pages">${pages.map((page) => PageLine(page, { isOn: site.isOn, mayWrite: may.write }))}</ul>
      </section>`,
  })

const Switch = (typed: Typed) => html`
  <form class="form" method="post" action="/settings/site">
    ${FormMessage({ typed })}
    ${Tick({ name: 'isOn', label: 'Show published checks to visitors', typed, hint: 'Only what is published is ever shown or searched there.' })}
    ${Hidden('version', versionOf(typed))}
    <p class="actions"><button class="main">Save</button></p>
  </form>`

const PageLine = (
  { page, text, changedAt }: SitePage,
  { isOn, mayWrite }: { isOn: boolean; mayWrite: boolean },
) => html`
  <li>
    <h3>${sitePageWords[page].title}</h3>
    <p class="soft">${sitePageWords[page].hint}</p>
    <p class="links"><span>${State({ text, changedAt })}</span> ${isOn && text && html`<a href="${sitePageWords[page].path}">As readers see it<span class="unseen">: ${sitePageWords[page].title}</span></a>`} ${mayWrite && html`<a href="/settings/site/${page}">${text ? 'Change it' : 'Write it'}<span class="unseen">: ${sitePageWords[page].title}</span></a>`}</p>
  </li>`

const State = ({ text, changedAt }: Pick<SitePage, 'text' | 'changedAt'>) => {
  if (!changedAt) return 'Not written yet.'
  return text ? html`Changed on ${Day(changedAt)}.` : html`Taken off the site on ${Day(changedAt)}.`
}
