import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { canSetAside, returnsTo } from '../../server/claims/states.ts'
import type { ClaimState } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { Choice, Field, Hidden, named } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fresh, valueOf } from '../parts/typed.ts'

type Actions = { claim: ClaimRecord; person: Person; people: readonly { id: number; name: string }[]; typed: Typed }

/** What the person may do with the claim in its state. */
export const ClaimActions = (actions: Actions): Html | false => {
  const { claim, person } = actions
  if (!can(person, 'claim.move')) return false
  return html`<section class="claim-actions no-print" aria-labelledby="claim-actions-title">
    <h2 class="unseen" id="claim-actions-title">What to do with this claim</h2>
    <div class="claim-doings">
      ${Assignment(claim, person)} ${Moves(claim)}
      <a class="button" href="/claims/${claim.id}/edit">${Icon('pencil')} Edit</a>
    </div>
    ${can(person, 'claim.assign') && claim.state !== 'set_aside' && Assign(actions)}
    ${canSetAside(claim.state) && SettingAside(actions)}
  </section>`
}

const Assignment = ({ id, assignee, state }: ClaimRecord, person: Person) => {
  if (state === 'set_aside' || state === 'candidate') return false
  const isMine = assignee?.id === person.id
  if (assignee && !isMine) return false
  const isOver = state === 'decided' || state === 'published'
  const button = isMine
    ? html`<button>Give it back</button>`
    : html`<button ${!isOver && html`class="main"`}>Take it</button>`
  return html`<form method="post" action="/claims/${id}/assignment">${Hidden('assignee', isMine ? '' : person.id)}${button}</form>`
}

// Taking a claim and giving it back move it too, and verdicts do the rest.
const Moves = (claim: ClaimRecord) => {
  if (claim.state === 'set_aside') return Move(claim, returnsTo(claim.stateBefore), 'Bring it back')
  return claim.state === 'candidate' && Move(claim, 'open', 'Accept it')
}

const Move = ({ id, version }: ClaimRecord, to: ClaimState, label: string) =>
  html`<form method="post" action="/claims/${id}/state">${Hidden('state', to)}${Hidden('version', version)}<button class="main">${label}</button></form>`

const Assign = ({ claim, people, typed }: Actions) => {
  const now = fresh({ assignee: claim.assignee?.id, due: claim.dueOn }).values
  const form = { values: { ...now, ...typed.values }, problems: typed.problems }
  const fields = html`<form class="inline-form" method="post" action="/claims/${claim.id}/assignment">
    ${Choice({ typed: form, name: 'assignee', label: 'Assigned to', options: named(people), none: 'Nobody', needed: true })}
    ${Field({ typed: form, name: 'due', label: 'Due', type: 'date', needed: true })}
    <button>Assign</button>
  </form>`
  // Who works on it is seldom changed once there is nothing left to do.
  if (claim.state !== 'decided' && claim.state !== 'published') return fields
  const isWrong = Object.keys(typed.problems).length > 0
  return html`<details class="setting-aside" ${isWrong && html`open`}><summary>Assign …</summary>${fields}</details>`
}

const reasons = [
  'An opinion',
  'A prediction',
  'Cannot be checked',
  'The same as another claim',
  'Already checked elsewhere',
  'Not important enough',
]

const SettingAside = ({ claim, typed }: Actions) => html`
  <details class="setting-aside" ${valueOf(typed, 'state') === 'set_aside' && html`open`}>
    <summary>Set aside …</summary>
    <form method="post" action="/claims/${claim.id}/state">
      ${Hidden('state', 'set_aside')}${Hidden('version', claim.version)}
      ${Field({ typed, name: 'reason', label: 'Why is it not checked?', list: 'set-aside-reasons', max: 500, required: true, hint: 'It leaves the lists and can be brought back at any time.' })}
      <datalist id="set-aside-reasons">${reasons.map((reason) => html`<option value="${reason}"></option>`)}</datalist>
      <button>Set it aside</button>
    </form>
  </details>`
