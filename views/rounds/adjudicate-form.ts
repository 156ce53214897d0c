import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import type { ReadinessItem } from '../../server/readiness/rules.ts'
import type { Pair } from '../../server/rounds/states.ts'
import { differenceMeanings, differenceWords, differences } from '../../server/rounds/words.ts'
import type { Rating } from '../../server/verdicts/rating.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { type Html, html } from '../html.ts'
import { Area, FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'
import { EvidenceChoice } from '../verdicts/evidence-choice.ts'
import { RatingChoice } from '../verdicts/rating-choice.ts'

type Shown = {
  address: string
  pair: Pair<VerdictItem>
  ratings: Rating[]
  /** The evidence that stands, and what is missing, for a verdict of one's own. */
  items: EvidenceItem[]
  readiness: readonly ReadinessItem[]
  typed: Typed
}

/** Settles two verdicts that differ: which one stands, or another, and why they differed. */
export const AdjudicateForm = ({ address, pair, typed, ...own }: Shown) => html`
  <section class="settling no-print" aria-labelledby="settling-title">
    <h2 id="settling-title">They differ: decide</h2>
    ${FormMessage({ typed })}
    <form class="form adjudication" method="post" action="${address}/adjudication">
      ${Radios({
        typed,
        name: 'stands',
        legend: 'What stands?',
        options: [
          {
            value: 'first',
            label: html`<span dir="auto">${pair.first.author.name}</span>: ${RatingBadge(pair.first.rating)}`,
            means: pair.first.rationale,
          },
          {
            value: 'second',
            label: html`<span dir="auto">${pair.second.author.name}</span>: ${RatingBadge(pair.second.rating)}`,
            means: pair.second.rationale,
          },
          {
            value: 'own',
            label: html`Neither: a verdict of my own`,
            means: 'You give it below. Both of theirs stay readable.',
          },
        ],
      })}
      ${Own({ typed, ...own })}
      ${Radios({
        typed,
        name: 'difference',
        legend: 'Why did they differ?',
        options: differences.map((value) => ({
          value,
          label: html`${differenceWords[value]}`,
          means: differenceMeanings[value],
        })),
      })}
      ${Area({ typed, name: 'note', label: 'What made the difference', required: true, rows: 3, max: 1_000, hint: 'One or two sentences. Both checkers read them, and the history keeps them: about the work, not about the people.' })}
      <p class="actions"><button class="main">${Icon('check')} Decide</button></p>
    </form>
  </section>`

type Option = { value: string; label: Html; means: string }
type Group = { typed: Typed; name: string; legend: string; options: readonly Option[] }

const Radios = ({ typed, name, legend, options }: Group) => {
  const id = fieldId(typed, name)
  const problem = typed.problems[name]
  return html`<fieldset class="options field ${problem && 'wrong'}" id="${id}" tabindex="-1" ${problem && html`aria-describedby="${id}-problem"`}>
    <legend>${legend}</legend>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
    ${options.map(
      ({ value, label, means }) => html`
      <div class="option">
        <input type="radio" name="${name}" id="${id}-${value}" value="${value}" required ${valueOf(typed, name) === value && html`checked`} aria-describedby="${id}-${value}-means" />
        <label for="${id}-${value}">${label}</label>
        <p id="${id}-${value}-means" dir="auto">${means}</p>
      </div>`,
    )}
  </fieldset>`
}

// Shown once a verdict of one's own is chosen, by the style sheet alone; so nothing in it can be required by the browser.
const Own = ({ typed, ratings, items, readiness }: Omit<Shown, 'address' | 'pair'>) => html`
  <fieldset class="own-verdict">
    <legend>Your own verdict</legend>
    ${RatingChoice({ ratings, typed, needed: true })}
    ${Area({ typed, name: 'rationale', label: 'Rationale', needed: true, rows: 3, max: 600, hint: 'One or two sentences that say why. They are printed with the rating.' })}
    ${Area({ typed, name: 'explanation', label: 'Explanation', rows: 5, max: 20_000, hint: 'How you came to it. Markdown: *emphasis*, **strong**, lists, > quotations, links.' })}
    ${items.length > 0 && EvidenceChoice({ items, typed })}
    ${(readiness.some(({ met }) => !met) || typed.problems.override !== undefined) && Area({ typed, name: 'override', label: 'Why give the verdict anyway', needed: true, rows: 2, max: 1_000, hint: readiness.map(({ missing }) => missing).join(' ') })}
  </fieldset>`
