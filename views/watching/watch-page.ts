import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Source } from '../../server/sources/source.ts'
import { counted } from '../../server/values/count.ts'
import type { Look, WatchState } from '../../server/watching/watch.ts'
import { outcomeWords } from '../../server/watching/words.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'
import { SourceFlagNote } from './source-flag.ts'

type Page = {
  shell: Shell
  person: Person
  source: Source
  state: WatchState
  /** The flag whose form came back with `typed`; without one it is a form of the page. */
  flag: number | undefined
  typed: Typed | undefined
}

/** The watch of a source: what was found each time, what needs a look, and the switch. */
export const WatchPage = ({ shell, person, source, state, flag: returned, typed }: Page) =>
  Layout({
    shell,
    title: `Watching ${source.title}`,
    main: html`
      ${Crumb(...wayToSource(source))}
      <h1>Watching <span dir="auto">${source.title}</span></h1>
      ${typed && returned === undefined && FormMessage({ typed })}
      ${state.flags.length > 0 && html`<section class="flags" aria-label="What needs a look">${state.flags.map((flag) => SourceFlagNote({ flag, mayClear: can(person, 'flag.clear'), typed: flag.id === returned ? (typed ?? fresh()) : fresh() }))}</section>`}
      ${Now({ source, state })}
      ${can(person, 'source.watch') && Switch({ source, state })}
      ${Looks(state)}`,
  })

type Shown = { source: Source; state: WatchState }

const Now = ({ source, state: { setting, bar, watch } }: Shown) => html`
  <dl class="facts">
    <dt>Address</dt><dd>${source.url ? html`${OutLink(source.url)} <span class="full-address">${source.url}</span>` : 'Not on the web'}</dd>
    <dt>Now</dt><dd>${watch?.isOn ? html`<b>Watched</b>, since ${When(watch.changedAt)}${watch.changedBy !== null && html`, by <span dir="auto">${watch.changedBy}</span>`}` : html`<b>Not watched</b>${watch && html`, since ${When(watch.changedAt)}`}`}</dd>
    ${watch?.isOn && setting.isOn && html`<dt>Next look</dt><dd>not before ${When(watch.nextAt)}</dd>`}
  </dl>
  ${!setting.isOn && html`<p class="message">Watching is switched off in this newsroom. <a href="/settings/watching">What it is</a></p>`}
  ${bar !== undefined && html`<p class="message">${bar}</p>`}`

const Switch = ({ source: { id }, state: { setting, bar, watch } }: Shown): Html | false => {
  if (watch?.isOn)
    return html`<div class="actions">
      ${setting.isOn && bar === undefined && html`<form method="post" action="/sources/${id}/watch/look"><button>Look now</button></form>`}
      <form method="post" action="/sources/${id}/watch/end"><button>End the watch</button></form>
    </div>`
  return (
    setting.isOn &&
    bar === undefined &&
    html`<form class="form" method="post" action="/sources/${id}/watch">
      <p>Stet asks for the page every ${setting.everyHours === 168 ? 'week' : counted(setting.everyHours, 'hour')} and compares it with the newest copy. Each time the owner of the site can see the address of this server in their logs. If that could put somebody at risk, don’t watch it.</p>
      <p class="actions"><button class="main">Watch this source</button></p>
    </form>`
  )
}

const Looks = ({ looks, watch }: WatchState) => html`
  <h2>What was found</h2>
  ${looks.length === 0 ? html`<p class="empty">${watch?.isOn ? 'It has not been looked at yet. The first look comes shortly.' : 'It has not been looked at.'}</p>` : html`<ol class="looks">${looks.map(LookItem)}</ol>`}`

const LookItem = ({
  id,
  at,
  outcome,
  message,
  finalAddress,
  address,
  sourceId,
  keptId,
  comparedId,
  lost,
}: Look) => html`
  <li id="look-${id}">
    ${When(at)}
    <div>
      <p>${outcomeWords[outcome]}${lost.length > 0 && `: ${counted(lost.length, 'passage')}`}.</p>
      ${message && html`<p class="soft">${message}</p>`}
      ${finalAddress && finalAddress !== address && html`<p class="soft">It led to ${OutLink(finalAddress)}</p>`}
      ${keptId !== null && html`<p class="links soft"><a href="/sources/${sourceId}/snapshots/${keptId}">The copy that was kept</a>${comparedId !== null && html` <a href="/sources/${sourceId}/snapshots/${keptId}/comparison?with=${comparedId}">What changed</a>`}</p>`}
    </div>
  </li>`
