import { counted } from '../../server/values/count.ts'
import type { Delivery, Webhook } from '../../server/webhooks/webhook.ts'
import { deliveryWords, eventWords, keptDays, pauseWords, webhookEvents } from '../../server/webhooks/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Field, FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { type Typed, fieldId, fresh, valuesOf } from '../parts/typed.ts'
import { Day, When } from '../parts/when.ts'
import { HowToCheck } from './how-to-check.ts'

type Page = {
  shell: Shell
  webhooks: Webhook[]
  deliveries: Delivery[]
  publicUrl: string | undefined
  replaySeconds: number
  typed?: Typed | undefined
}

/** The addresses that are told what is published, and what was sent to them. */
export const WebhooksPage = ({ shell, webhooks, deliveries, publicUrl, replaySeconds, typed }: Page) =>
  Layout({
    shell,
    title: 'Webhooks',
    main: html`
      ${Crumb({ href: '/settings', name: 'Settings' })}
      ${PageHead('Webhooks', html`<p class="links"><a href="/jobs">Jobs</a> <a href="/api">API</a></p>`)}
      <p>When a claim is published, or something published changes, Stet tells other programs: a website that is to be built again, a chat, an archive. A message holds what everybody may read on the public page, and nothing else.</p>
      ${publicUrl === undefined && html`<p class="message notice">This server was not told the address that readers reach it at, so messages name pages by their path alone. Whoever runs it can set PUBLIC_URL.</p>`}
      ${List(webhooks)} ${NewWebhook(typed ?? fresh({ events: [...webhookEvents] }))} ${Deliveries(deliveries)}
      ${HowToCheck(replaySeconds)}`,
  })

const List = (webhooks: Webhook[]) => html`
  <section aria-labelledby="webhooks">
    <h2 id="webhooks">Who is told</h2>
    ${webhooks.length === 0 ? html`<p class="soft">Nobody yet. Add an address below.</p>` : html`<ul class="devices webhooks">${webhooks.map(Item)}</ul>`}
  </section>`

const Item = ({ id, address, events, createdAt, ...health }: Webhook) => html`
  <li id="webhook-${id}">
    ${Icon('webhook')}
    <div>
      <p class="address">${address}</p>
      <p class="soft">${events.map((event, index) => html`${index > 0 && ' · '}${eventWords[event]}`)} · since ${Day(createdAt)}</p>
      ${Health(health)}
    </div>
    <div class="webhook-actions">
      ${health.pausedAt !== null && html`<form method="post" action="/settings/webhooks/${id}/resumption"><button>Go on sending <span class="unseen">to ${address}</span></button></form>`}
      <form method="post" action="/settings/webhooks/${id}/test"><button>Send a test <span class="unseen">to ${address}</span></button></form>
      <form method="post" action="/settings/webhooks/${id}/removal"><button>Remove <span class="unseen">${address}</span></button></form>
    </div>
  </li>`

const Health = ({ failingSince, pausedAt, pausedWhy }: Pick<Webhook, 'failingSince' | 'pausedAt' | 'pausedWhy'>) => {
  if (pausedAt !== null && pausedWhy !== null)
    return html`<p class="problem"><b>Paused</b> ${When(pausedAt)}: ${pauseWords[pausedWhy]}. What it is to be told waits, for ${keptDays} days at most. Send a test to see whether it answers again; what failed before waits under <a href="/jobs">Jobs</a>.</p>`
  return failingSince !== null && html`<p class="problem">It has taken nothing since ${When(failingSince)}.</p>`
}

const NewWebhook = (typed: Typed) => html`
  <section aria-labelledby="new-webhook">
    <h2 id="new-webhook">A new webhook</h2>
    <form class="form" method="post" action="/settings/webhooks">
      ${FormMessage({ typed })}
      ${Field({ name: 'address', label: 'Address', type: 'url', required: true, placeholder: 'https://', hint: 'Where messages are posted to. An address of your own network has to be listed in FETCH_ALLOW.', typed })}
      <fieldset class="field boxes" id="${fieldId(typed, 'events')}" tabindex="-1">
        <legend>What it is told</legend>
        ${webhookEvents.map((event) => html`<div><label><input type="checkbox" name="events" value="${event}" ${valuesOf(typed, 'events').includes(event) && html`checked`} /> ${eventWords[event]}</label></div>`)}
        ${typed.problems.events && html`<p class="problem">${typed.problems.events}</p>`}
      </fieldset>
      <p class="actions"><button class="main">Add the webhook</button></p>
    </form>
  </section>`

const Deliveries = (deliveries: Delivery[]) => html`
  <section aria-labelledby="deliveries">
    <h2 id="deliveries">What was sent last</h2>
    ${deliveries.length === 0 ? html`<p class="soft">Nothing yet.</p>` : html`<ol class="deliveries">${deliveries.map(Sent)}</ol>`}
  </section>`

const Sent = ({ event, state, attempts, status, problem, createdAt, triedAt, address }: Delivery) => html`
  <li>
    <p><b>${deliveryWords[state]}</b> ${status !== null && html`<span class="number">${status}</span>`} · ${event === null ? 'A test' : eventWords[event]}</p>
    <p class="soft"><span class="address">${address}</span> · asked for ${When(createdAt)}${attempts > 0 && html` · ${counted(attempts, 'try', 'tries')}`}${triedAt !== null && html`, last ${When(triedAt)}`}</p>
    ${problem !== null && html`<p class="problem">${problem}</p>`}
  </li>`
