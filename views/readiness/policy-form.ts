import {
  type PolicyRule,
  levelWords,
  policyLevels,
  policyRules,
  ruleMeanings,
  ruleWords,
} from '../../server/readiness/words.ts'
import type { Levels } from '../../server/readiness/rules.ts'
import { type Html, html } from '../html.ts'
import { Choice, FormMessage, Hidden, worded } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'

type Shown = { levels: Levels; mayEdit: boolean; typed: Typed }

/** What the newsroom asks of a claim before a verdict: a form for those who may change it, a list for the others. */
export const Policies = ({ levels, mayEdit, typed }: Shown): Html => html`
  <section class="policies" id="policies" aria-labelledby="policies-title">
    <h2 id="policies-title">Before a verdict</h2>
    <p>What is checked when somebody gives a verdict. A warning can be passed with a reason, which is kept with the verdict; a bar cannot. What was decided before stays decided.</p>
    ${mayEdit ? PolicyForm(typed) : Agreed(levels)}
  </section>`

const PolicyForm = (typed: Typed) => {
  const scoped = { ...typed, scope: 'policy' }
  return html`<form class="form" method="post" action="/policies">
    ${FormMessage({ typed: scoped })} ${policyRules.map((rule) => Level(rule, scoped))}
    ${Hidden('stamp', valueOf({ ...typed, values: typed.theirs ?? {} }, 'stamp') || valueOf(typed, 'stamp'))}
    <p class="actions"><button class="main">Save the rules</button></p>
  </form>`
}

const Level = (rule: PolicyRule, typed: Typed) =>
  Choice({
    name: rule,
    label: ruleWords[rule],
    typed,
    required: true,
    options: worded(policyLevels, levelWords),
    hint: ruleMeanings[rule],
  })

const Agreed = (levels: Levels) => html`
  <dl class="policy-list">
    ${policyRules.map((rule) => html`<div><dt>${ruleWords[rule]}</dt><dd>${levelWords[levels[rule]]}. <span class="soft">${ruleMeanings[rule]}</span></dd></div>`)}
  </dl>`
