import type { Person } from '../server/accounts/permissions.ts'
import { assetUrl, stylesheets } from './assets.ts'
import type { Notice } from '../server/http/reply.ts'
import { type Html, html } from './html.ts'
import { Icon } from './parts/icon.ts'

/** The frame around a page. `person` is undefined for visitors. */
export type Shell = {
  person: Person | undefined
  path: string
  notice?: Notice | undefined
  /** How many notifications wait, counted up to 100. */
  unread?: number | undefined
}

type Page = { shell: Shell; title: string; main: Html; wide?: boolean }

/** `also` are the pages that one comes to from there. */
const places: { href: string; name: string; also?: string[] }[] = [
  { href: '/', name: 'Desk' },
  { href: '/articles', name: 'Articles' },
  {
    href: '/claims',
    name: 'Claims',
    also: ['/precedents', '/checks', '/claimants', '/lists', '/verdicts', '/proposals'],
  },
  { href: '/sources', name: 'Sources' },
  { href: '/history', name: 'History', also: ['/agreement'] },
  { href: '/people', name: 'People', also: ['/settings', '/invitations', '/jobs'] },
]

/** A whole page. */
export const Layout = ({ shell, title, main, wide }: Page) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Stet</title>
    <link rel="icon" type="image/svg+xml" href="${assetUrl('favicon.svg')}" />
    ${sheets}
    <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":"reload","mode":"same-origin"}' />
    <script defer src="${assetUrl('vendor/htmx/htmx.min.js')}"></script>
    <script type="module" src="${assetUrl('js/stet.js')}"></script>
  </head>
  <body>
    <a class="skip" href="#main">Skip to the content</a>
    ${shell.person ? Bar(shell, shell.person) : VisitorBar}
    <div id="notice" role="status" aria-live="polite">${shell.notice && html`<p class="message notice">${Told(shell.notice)}</p>`}</div>
    <main id="main" class="${wide ? 'wide' : 'page'}" tabindex="-1">${main}</main>
    <footer class="foot"><a href="/about">About Stet</a></footer>
  </body>
</html>`

/** What was just done, and the way on. */
export const Told = ({ words, way }: Notice) => html`${words}${way && html` <a href="${way.href}">${way.name}</a>`}`

const sheets = stylesheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)

const VisitorBar = html`<header class="bar"><a class="mark" href="/">Stet</a></header>`

const Bar = (shell: Shell, person: Person) => html`<header class="bar">
  <a class="mark" href="/">Stet</a>
  <nav aria-label="Main">
    ${places.map(({ href, name, also = [] }) => html`<a href="${href}" ${[href, ...also].some((place) => isHere(shell.path, place)) && html`aria-current="page"`}>${name}</a>`)}
  </nav>
  <form class="find" role="search" action="/search" method="get">
    <label class="unseen" for="find">Search everything</label>
    <input id="find" type="search" name="q" placeholder="Search everything" maxlength="200" ${shell.path !== '/search' && html`data-hotkey="/"`} />
    <button aria-label="Search">${Icon('search')}</button>
  </form>
  ${Bell(shell)}
  <a class="me" href="/account" ${isHere(shell.path, '/account') && html`aria-current="page"`}>${Icon('user')} ${person.name}</a>
</header>`

const Bell = ({ path, unread = 0 }: Shell) =>
  html`<a class="bell" href="/notifications" ${isHere(path, '/notifications') && html`aria-current="page"`}>${Icon('bell')}<span class="unseen">Notifications</span>${unread > 0 && html` <span class="number">${unread < 100 ? unread : '99+'}</span><span class="unseen"> unread</span>`}</a>`

const isHere = (path: string, href: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
