import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Look, WatchState } from '../../server/watching/watch.ts'
import { flagWords, outcomeWords } from '../../server/watching/words.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { When } from '../parts/when.ts'

type Panel = { person: Person; source: { id: number }; state: WatchState }

/** On the page of a source: whether it is watched, what was found last, and what waits for somebody. */
export const WatchPanel = ({ person, source, state }: Panel): Html | false => {
  const { setting, bar, watch, looks, flags } = state
  const isOffered = setting.isOn && bar === undefined && can(person, 'source.watch')
  const isKnown = watch !== undefined || looks.length > 0
  if (!isKnown && !isOffered) return false
  return html`<section aria-labelledby="watch-title">
    <h2 id="watch-title">Watching</h2>
    ${flags.map(({ why }) => html`<p class="watch-flag">${Icon('circle-alert')} <span>${flagWords[why]} <a href="/sources/${source.id}/watch">Look into it</a></span></p>`)}
    <p>${watch?.isOn ? html`Watched. ${looks[0] ? LastLook(looks[0]) : 'Not looked at yet.'}` : 'Not watched.'} <a class="no-print" href="/sources/${source.id}/watch">${isKnown ? 'All that was found' : 'Watch this source'}</a></p>
  </section>`
}

/** What a look found and when, in a sentence. */
const LastLook = ({ outcome, at }: Look): Html => html`${outcomeWords[outcome]}, ${When(at)}.`
