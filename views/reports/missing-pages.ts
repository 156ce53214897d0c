import { claimNumber } from '../../server/claims/words.ts'
import type { MissingPages } from '../../server/reports/missing-page.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'

type Page = { shell: Shell; missing: MissingPages; typed: Typed }

/** Decisions that were published before there were public pages, and one button that makes the pages of all. */
export const MissingPagesPage = ({ shell, missing, typed }: Page) =>
  Layout({
    shell,
    title: 'Published, without a public page',
    main: html`${Crumb({ href: '/settings', name: 'Settings' }, { href: '/settings/site', name: 'Public site' })}
      <h1>Published, without a public page</h1>
      ${missing.count === 0 ? html`<p>${Icon('check')} Every published decision has its public page.</p>` : Missing({ missing, typed })}`,
  })

const Missing = ({ missing, typed }: Omit<Page, 'shell'>) => html`
  <p>${counted(missing.count, 'decision')} ${missing.count === 1 ? 'was' : 'were'} published when there were no public pages yet.</p>
  ${missing.making === 'waiting' ? html`<p role="status">Their pages are being made. Load this page again to see how many are left.</p>` : Form({ missing, typed })}
  <section aria-labelledby="missing">
    <h2 id="missing">${missing.count > missing.first.length ? `The first ${missing.first.length} of them` : 'All of them'}</h2>
    <ul class="said">${missing.first.map((claim) => html`<li><span class="number">${claimNumber(claim)}</span> <a href="/claims/${claim.id}/publication" dir="auto">${claim.statement}</a></li>`)}</ul>
  </section>`

const Form = ({ missing, typed }: Omit<Page, 'shell'>) => html`
  <form class="form" method="post" action="/settings/public-pages/missing">
    ${FormMessage({ typed })}
    <p>Each page shows the decision, its evidence and what else is known of the claim now, and nothing that is confidential. Nobody reads these pages before they are public: open some of the claims below first, to see what they will say. There, too, each can be made by itself.</p>
    ${missing.making === 'failed' && html`<p class="message problem">The last time it stopped before the end: an admin finds out why under Jobs. What was made stays.</p>`}
    ${Area({ name: 'note', label: 'Note for readers', required: true, rows: 3, max: 1000, typed, hint: 'It stands on each of these pages, which are dated the day on which they are made.' })}
    <button class="main">Make all these pages</button>
  </form>`
