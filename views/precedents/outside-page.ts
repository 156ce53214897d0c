import { type Person, can } from '../../server/accounts/permissions.ts'
import type { OutsideCheck } from '../../server/precedents/outside.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'

type Page = { shell: Shell; person: Person; check: OutsideCheck; typed: Typed }

/** One check of another publisher. */
export const OutsidePage = ({ shell, person, check, typed }: Page) =>
  Layout({
    shell,
    title: check.title,
    main: html`
      ${Crumb({ href: '/checks', name: 'Checks of other publishers' })}
      <h1 dir="auto">${check.title}</h1>
      ${FormMessage({ typed })}
      ${check.withdrawnAt && html`<p class="message">Withdrawn ${When(check.withdrawnAt)}. It is no longer shown as an earlier check.</p>`}
      ${Facts(check)}
      ${!check.withdrawnAt && can(person, 'check.add') && html`<form class="no-print" method="post" action="/checks/${check.id}/withdrawal"><button class="plain">Withdraw this check</button></form>`}`,
  })

const Facts = (check: OutsideCheck) => html`
  <dl class="facts">
    <dt>Claim</dt><dd dir="auto" lang="${check.language}">${check.claim}</dd>
    <dt>Rating</dt><dd><span class="rating outside" dir="auto">${check.ratingLabel}</span></dd>
    ${check.claimant && html`<dt>Made by</dt><dd dir="auto">${check.claimant}</dd>`}
    ${check.statedOn && html`<dt>Made on</dt><dd>${partialDateWords(check.statedOn)}</dd>`}
    <dt>Checked by</dt><dd dir="auto">${check.publisher}</dd>
    ${check.checkedOn && html`<dt>Checked on</dt><dd>${partialDateWords(check.checkedOn)}</dd>`}
    <dt>Address</dt><dd>${OutLink(check.url)} <span class="full-address">${check.url}</span></dd>
    <dt>Kept</dt><dd>${check.addedBy && html`by <span dir="auto">${check.addedBy}</span>, `}${When(check.createdAt)}</dd>
  </dl>`
