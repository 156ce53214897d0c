import { type Person, can } from '../../server/accounts/permissions.ts'
import type { OutsidePage as Listed } from '../../server/precedents/outside.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { Pages } from '../parts/pages.ts'
import { Checked } from './outside-line.ts'

type Page = { shell: Shell; person: Person; page: Listed; before: number | undefined }

/** The checks of other publishers that are kept here, newest first. */
export const OutsideListPage = ({ shell, person, page, before }: Page) =>
  Layout({
    shell,
    title: 'Checks of other publishers',
    main: html`
      ${PageHead('Checks of other publishers', can(person, 'check.add') && html`<a class="button main" href="/checks/new">${Icon('plus')} Add a check</a>`)}
      <p class="soft">They are looked through with the newsroom’s own decisions. <a href="/precedents">Has this been checked?</a>${can(person, 'import.run') && html` <a href="/imports/new">Import them</a>`}</p>
      ${page.checks.length === 0 ? Nothing : html`<ul class="outside-list">${page.checks.map(Row)}</ul>`}
      ${Pages({ before, next: page.next, address: (at) => (at === undefined ? '/checks' : `/checks?before=${at}`) })}`,
  })

const Row = (check: Listed['checks'][number]) => html`
  <li id="check-${check.id}">
    <p><a href="/checks/${check.id}" dir="auto">${check.claim}</a></p>
    ${Checked(check)}
  </li>`

const Nothing = html`<div class="empty"><p>No checks of other publishers are kept here yet. Add the ones that your newsroom relies on; they then stand beside your own decisions wherever a claim may have been checked before.</p></div>`
