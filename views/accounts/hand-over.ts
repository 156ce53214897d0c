import type { ShownPerson } from '../../server/accounts/person.ts'
import type { InHand } from '../../server/claims/hand-over.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { Choice, FormMessage, Hidden, named } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

type Shown = { person: ShownPerson; inHand: InHand; typed: Typed }

/** Gives everything that a person has and is not done with to a colleague, for editors. */
export const HandOver = ({ person, inHand: { claims, others }, typed }: Shown): Html => html`
  <section aria-labelledby="hand-over">
    <h2 id="hand-over">Hand over the work of <bdi>${person.name}</bdi></h2>
    ${FormMessage({ typed })}
    ${claims === 0 ? html`<p class="soft">There is nothing to hand over: no claim that <bdi>${person.name}</bdi> has is still open.</p>` : others.length === 0 ? html`<p class="soft">Nobody else can check claims yet. Invite a colleague first.</p>` : Form({ person, inHand: { claims, others }, typed })}
  </section>`

const Form = ({ person, inHand: { claims, others }, typed }: Shown) => html`
  <form class="form" method="post" action="/people/${person.id}/hand-over">
    ${Choice({ typed, name: 'to', label: `Hand over ${counted(claims, 'open claim')} to`, required: true, none: 'Choose a colleague', options: named(others), hint: html`All that is not decided yet: <a href="/claims?assignee=${person.id}">look through them first</a>. Each stays in the state it is in, and the history says who had it.` })}
    ${Hidden('claims', claims)}
    <p class="actions"><button>Hand them over</button></p>
  </form>`
