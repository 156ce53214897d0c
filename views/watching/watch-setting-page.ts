import type { Watching } from '../../server/watching/setting.ts'
import { intervalWords, intervals } from '../../server/watching/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Choice, FormMessage } from '../parts/field.ts'
import { type Typed, fresh, valueOf } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'

type Page = { shell: Shell; setting: Watching; mayChange: boolean; typed: Typed | undefined }

/** What watching is and what it shows of the newsroom, and the switch for it. */
export const WatchSettingPage = ({ shell, setting, mayChange, typed }: Page) =>
  Layout({
    shell,
    title: 'Watching sources',
    main: html`${Crumb({ href: '/settings', name: 'Settings' })}
      <div class="watch-setting">
        <h1>Watching sources</h1>
        <p>Pages are changed and taken down after they have been cited. Stet can look at the address of a source again and again, and tell the checkers of the claims that rest on it when a cited passage is no longer there, or the page has moved or gone. It does so only for sources that somebody has chosen to watch.</p>
        <p class="message"><strong>The owner of a site can see it.</strong> Each look shows the address of this server to the site, at regular times, for as long as the source is watched: who reads their logs can learn that your newsroom takes an interest in that page. An outgoing proxy (FETCH_PROXY) hides it. Confidential sources are never looked at.</p>
        <p>Stet says who it is, keeps to the robots.txt of each site, and leaves at least a minute between two pages of one site.</p>
        <dl class="facts"><dt>Now</dt><dd><b>${setting.isOn ? 'On' : 'Off'}</b>${setting.isOn && `, every ${everyWords(setting.everyHours)}`}${setting.switchedAt && html`, since ${Day(setting.switchedAt)}`}</dd></dl>
        ${mayChange ? Form(typed ?? fresh({ watching: setting.isOn ? 'on' : 'off', hours: setting.everyHours })) : html`<p class="soft">Only an admin can change this.</p>`}
      </div>`,
  })

const everyWords = (hours: number) =>
  intervals.flatMap((one) => (one === hours ? [intervalWords[one]] : []))[0] ?? `${hours} hours`

const Form = (typed: Typed) => html`
  <form class="form" method="post" action="/settings/watching">
    ${FormMessage({ typed })}
    <fieldset class="field">
      <legend>Watching</legend>
      ${(['off', 'on'] as const).map((value) => html`<label><input type="radio" name="watching" value="${value}" ${valueOf(typed, 'watching') === value && html`checked`} /> ${value === 'on' ? 'On: sources can be watched' : 'Off: no address is looked at'}</label>`)}
      ${typed.problems.watching && html`<p class="problem">${typed.problems.watching}</p>`}
    </fieldset>
    ${Choice({ name: 'hours', label: 'Look at each watched source', required: true, options: intervals.map((hours) => ({ value: String(hours), label: `every ${intervalWords[hours]}` })), typed })}
    <p class="actions"><button class="main">Save</button></p>
  </form>`
