import type { Settings } from '../../server/settings/setting.ts'
import { decidingMeanings, decidingWords, decidings } from '../../server/settings/words.ts'
import type { Rating } from '../../server/verdicts/rating.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Field, FormMessage, Hidden, Theirs, saidAs } from '../parts/field.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, fieldId, fresh, valueOf, versionOf } from '../parts/typed.ts'

type Page = {
  shell: Shell
  settings: Settings
  ratings: Rating[]
  /** What is asked of a claim before a verdict. */
  policies: Html
  /** How much room there is for copies of sources. */
  copies: Html
  /** What stands on public pages beside the checks. */
  readers: Html
  mayEdit: boolean
  typed?: Typed | undefined
}

/** What the newsroom has agreed on: its name, who decides, and the scale it rates by. */
export const SettingsPage = ({
  shell,
  settings,
  ratings,
  policies,
  copies,
  readers,
  mayEdit,
  typed = fresh(settings),
}: Page) =>
  Layout({
    shell,
    title: 'Settings',
    main: html`
      ${PageHead('Settings', html`<p class="links"><a href="/people">People</a> <a href="/agreement">Agreement between checkers</a> <a href="/settings/learning">Learning from the desk</a> <a href="/settings/watching">Watching sources</a> <a href="/settings/site">Public site</a> <a href="/account">Your account</a> ${mayEdit && html`<a href="/settings/webhooks">Webhooks</a> <a href="/jobs">Jobs</a>`}</p>`)}
      ${mayEdit ? SettingsForm(typed) : Agreed({ settings })}
      ${policies} ${readers} ${copies} ${Scale({ ratings })}`,
  })

const SettingsForm = (typed: Typed) => html`
  <form class="form" method="post" action="/settings">
    ${FormMessage({ typed })}
    ${Field({ name: 'newsroom', label: 'Name of the newsroom', required: true, hint: 'Stands on invitations and reports.', typed })}
    ${Deciding(typed)}
    ${Hidden('version', versionOf(typed))}
    <p class="actions"><button class="main">Save the settings</button></p>
  </form>`

const Deciding = (typed: Typed) => html`
  <fieldset class="field deciding" id="${fieldId(typed, 'deciding')}" tabindex="-1">
    <legend>Who decides when a verdict is given</legend>
    ${decidings.map(
      (key) => html`<div>
        <label><input type="radio" name="deciding" value="${key}" ${valueOf(typed, 'deciding') === key && html`checked`} aria-describedby="deciding-${key}" /> ${decidingWords[key]}</label>
        <p class="hint" id="deciding-${key}">${decidingMeanings[key]}</p>
      </div>`,
    )}
    <p class="hint">A change holds for verdicts given from now on. What was decided before stays decided.</p>
    ${typed.problems.deciding && html`<p class="problem">${typed.problems.deciding}</p>`}
    ${Theirs({ name: 'deciding', typed }, saidAs(decidingWords))}
  </fieldset>`

const Agreed = ({ settings }: { settings: Settings }) => html`
  <dl class="facts">
    <dt>Newsroom</dt><dd dir="auto">${settings.newsroom}</dd>
    <dt>Who decides</dt><dd>${decidingWords[settings.deciding]}. ${decidingMeanings[settings.deciding]}</dd>
  </dl>
  <p class="soft">Only an admin can change this.</p>`

const Scale = ({ ratings }: { ratings: Rating[] }) => html`
  <section aria-labelledby="scale">
    <div class="section-head">
      <h2 id="scale">The rating scale</h2>
      <p><a href="/settings/scales">All rating scales</a></p>
    </div>
    <p>Steps from true (5) to false (1), and ratings that stand beside that axis and so carry no number.</p>
    <dl class="scale">
      ${ratings.map((rating) => html`<div><dt>${RatingBadge(rating)}</dt><dd>${rating.definition}</dd><dd class="soft number">${rating.value ?? 'no number'}</dd></div>`)}
    </dl>
  </section>`
