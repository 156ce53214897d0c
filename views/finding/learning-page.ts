import type { SignLearned } from '../../server/finding/learned.ts'
import type { Learning } from '../../server/finding/learning.ts'
import { type NamedFeature, featureWords } from '../../server/finding/worthiness/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'

type Page = {
  shell: Shell
  learning: Learning
  /** How many decisions it takes, and how many of each kind. */
  fewest: { decisions: number; ofEach: number }
  mayChange: boolean
  typed?: Typed | undefined
}

/** How the newsroom's decisions about proposals rank the next ones, and the switch for it. */
export const LearningPage = ({ shell, learning, fewest, mayChange, typed = fresh() }: Page) =>
  Layout({
    shell,
    title: 'Learning from the desk',
    main: html`${Crumb({ href: '/settings', name: 'Settings' })}
      <div class="learning">
        <h1>Learning from the desk</h1>
        <p>Stet says of each sentence whether it is worth checking: low, medium or high. What your newsroom accepts and sets aside can move that. Nothing is hidden or added: the same claims are proposed, and where the level is another one, it says so.</p>
        ${FormMessage({ typed })}
        <dl class="facts">
          <dt>Now</dt><dd><b>${learning.isOn ? 'On' : 'Off'}</b>${learning.switchedAt && html`, since ${Day(learning.switchedAt)}`}. ${Standing({ learning, fewest })}</dd>
          <dt>Decisions</dt><dd>${Counted({ learning, fewest })}</dd>
        </dl>
        ${mayChange ? Actions(learning) : html`<p class="soft">Only an admin can change this.</p>`}
        ${learning.isEnough ? Signs(learning) : Waiting}
        <p class="soft"><a href="/about#worth-checking">How the scores themselves are worked out</a></p>
      </div>`,
  })

type Told = Pick<Page, 'learning' | 'fewest'>

function Standing({ learning: { isOn, inForce, isEnough }, fewest }: Told) {
  if (inForce) return 'Levels are shown as this newsroom decides.'
  if (isOn)
    return 'But too few decisions are left, since some were taken back: the scores are the model’s alone until there are more.'
  return isEnough
    ? 'The scores are the model’s alone. An admin can switch it on.'
    : `The scores are the model’s alone. It can be switched on from ${fewest.decisions} decisions on, at least ${fewest.ofEach} of each kind.`
}

const Counted = ({ learning: { decisions, used, resetAt }, fewest }: Told) => {
  const all = used.accepted + used.setAside
  return html`${decisions < fewest.decisions ? `${decisions} of ${fewest.decisions}` : counted(decisions, 'decision')}${resetAt && html` since ${Day(resetAt)}, when it was begun again`}. ${all < decisions && `The newest ${all} are learned from: `}${used.accepted} accepted, ${used.setAside} set aside. <span class="soft">What was taken back does not count.</span>`
}

const Actions = ({ isOn, isEnough, decisions }: Learning) => html`
  <div class="actions">
    ${(isOn || isEnough) && html`<form method="post" action="/settings/learning">${Hidden('learning', isOn ? 'off' : 'on')}<button class="${isOn ? '' : 'main'}">${isOn ? 'Switch off' : 'Switch on'}</button></form>`}
    ${decisions > 0 && html`<details class="begin-again"><summary>Begin again…</summary><p>The ${counted(decisions, 'decision')} so far will no longer count, and learning is off until there are enough new ones. The claims that were made stay as they are.</p><form method="post" action="/settings/learning/reset"><button>Begin again from now</button></form></details>`}
  </div>`

const Waiting = html`<p class="soft">What moves the score, and by how much, will be listed here before it is switched on.</p>`

const Signs = ({ signs, inForce }: Learning) => html`
    <h2 id="signs-title">What each sign ${inForce ? 'does' : 'would do'} here</h2>
    <p>Beside what the model already makes of a sign, and of the others that stand with it. The weights of a sentence are added up: a sum of 0.5 makes a score of 50 one of 62, a sum of 1 one of 73, and no score goes further than that, up or down. An average proposal keeps its score.</p>
    <section class="across" aria-labelledby="signs-title" tabindex="0">
      <table>
        <thead><tr><th scope="col">Sign</th><th scope="col">What it does</th><th scope="col" class="number">Weight</th><th scope="col" class="number">Accepted</th></tr></thead>
        <tbody>${signs.map(Row)}</tbody>
      </table>
    </section>`

const Row = ({ sign, weight, seen, accepted }: SignLearned) => html`
  <tr><th scope="row">${signWords(sign)}</th><td>${does(weight)}</td><td class="number">${signed(weight)}</td><td class="number">${accepted} of ${seen}</td></tr>`

// Two signs have one name among the reasons, where they are told as one.
const signWords = (sign: NamedFeature) => (sign === 'perfect' ? 'past tense with “have” or “had”' : featureWords[sign])

function does(weight: number): string {
  const size = Math.abs(weight)
  if (size < 0.05) return 'hardly moves it'
  const way = weight > 0 ? 'raises it' : 'lowers it'
  if (size < 0.25) return `${way} a little`
  return size < 0.75 ? way : `${way} much`
}

const signed = (weight: number) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`
