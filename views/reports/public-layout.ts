import { assetUrl, publicStylesheets } from '../assets.ts'
import type { SiteLinks } from '../../server/site/links.ts'
import { type Hole, type Html, html } from '../html.ts'

export type PublicPage = {
  newsroom: string
  title: string
  /** What search engines and social networks show, in plain text. */
  description: string
  /** Where people reach this server, such as https://stet.example.org; and the page, from there. */
  origin: string
  path: string
  /** The address of the picture that is shown where the page is shared, from the root; without one there is none. */
  picture?: string | undefined
  /** More for the head: feeds, and the same in other formats. */
  head?: Hole
  /** The ways to the rest of the public site. */
  site?: SiteLinks | undefined
  main: Html
}

/** A page that readers see: the same for everybody, without any script. */
export const PublicLayout = (page: PublicPage): Html => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${page.title} · ${page.newsroom}</title>
    <meta name="description" content="${page.description}" />
    <link rel="canonical" href="${page.origin}${page.path}" />
    ${Shared(page)}
    <link rel="icon" type="image/svg+xml" href="${assetUrl('favicon.svg')}" />
    ${sheets} ${page.head}
  </head>
  <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="masthead"><p dir="auto">${page.site?.isOn ? html`<a href="/">${page.newsroom}</a>` : page.newsroom}</p></header>
    <main id="main" tabindex="-1">${page.main}</main>
    <footer class="colophon">${page.site && Links(page.site)}<p>Published by <span dir="auto">${page.newsroom}</span> with <a href="/about">Stet</a>. This page runs no script, sets no cookie and loads nothing from elsewhere.</p></footer>
  </body>
</html>`

const Links = ({ isOn, links }: SiteLinks) =>
  (isOn || links.length > 0) &&
  html`<nav aria-label="This site"><ul class="site-links">${links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}${isOn && html`<li><a href="/sign-in">Sign in</a></li>`}</ul></nav>`

const sheets = publicStylesheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)

const Shared = ({ newsroom, title, description, origin, path, picture }: PublicPage) => html`
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="${newsroom}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${origin}${path}" />
    ${
      picture &&
      html`<meta property="og:image" content="${origin}${picture}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${title}" />`
    }
    <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}" />`
