import type { Claimant } from '../../server/claims/claim.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'

/** Everyone whom a claim is attributed to. */
export const ClaimantListPage = ({ shell, claimants }: { shell: Shell; claimants: readonly Claimant[] }): Html =>
  Layout({
    shell,
    title: 'Claimants',
    main: html`
      ${Crumb({ href: '/claims', name: 'Claims' })}
      <h1>Claimants</h1>
      ${
        claimants.length === 0
          ? html`<p class="empty">Nobody yet. Whoever is named on a claim appears here.</p>`
          : html`<ul class="claimants">${claimants.map(({ id, name, role }) => html`<li><a href="/claimants/${id}" dir="auto">${name}</a>${role && html` <span class="soft" dir="auto">${role}</span>`}</li>`)}</ul>`
      }`,
  })
