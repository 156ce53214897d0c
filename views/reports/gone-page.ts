import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { Day } from '../parts/when.ts'
import type { SiteLinks } from '../../server/site/links.ts'
import { PublicLayout } from './public-layout.ts'

type Gone = {
  newsroom: string
  title: string
  at: string
  note: string
  origin: string
  path: string
  site?: SiteLinks
}

/** What stands in the place of a report that was taken down. */
export const GonePage = ({ newsroom, title, at, note, origin, path, site }: Gone): Html =>
  PublicLayout({
    newsroom,
    title: `Taken down: ${title}`,
    description: note,
    origin,
    path,
    site,
    main: html`<article class="report gone">
      <p class="label">Taken down on ${Day(at)}</p>
      <h1 dir="auto">${title}</h1>
      <p class="lead">This report is no longer published. The newsroom’s note:</p>
      <blockquote class="public-note" dir="auto">${note}</blockquote>
    </article>`,
  })

/** Nothing is, and nothing ever was, at that address. */
export const NothingPage = ({
  newsroom,
  origin,
  path,
  site,
}: Pick<Gone, 'newsroom' | 'origin' | 'path' | 'site'>): Html =>
  PublicLayout({
    newsroom,
    title: 'Not found',
    description: 'There is no such page.',
    origin,
    path,
    site,
    main: html`<article class="report gone">
      <h1>There is no such page</h1>
      <p class="lead">Nothing was published at this address. Look at it again: a letter may be missing.</p>
    </article>`,
  })
