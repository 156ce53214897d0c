import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ShownPerson } from '../../server/accounts/person.ts'
import { roleMeanings, roleWords } from '../../server/accounts/words.ts'
import type { InHand } from '../../server/claims/hand-over.ts'
import type { EventLine } from '../../server/history/history.ts'
import { Timeline } from '../history/timeline.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { type Neighbours, Pages } from '../parts/pages.ts'
import { PageHead } from '../parts/page-head.ts'
import { Crumb } from '../parts/crumb.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'
import { HandOver } from './hand-over.ts'
import { Membership } from './membership.ts'

type Page = {
  shell: Shell
  person: ShownPerson
  viewer: Person
  /** How many API tokens of theirs work, for admins. */
  tokens: number
  lines: EventLine[]
  pages: Neighbours
  /** What the person has to check; undefined for those who may not hand it over. */
  inHand: InHand | undefined
  typed?: Typed | undefined
  /** The form that hands over, when it is shown again. */
  handing?: Typed | undefined
}

/** One person: who they are, what they may do, and what they did. */
export const PersonPage = ({ shell, person, viewer, tokens, lines, pages, inHand, typed, handing }: Page) =>
  Layout({
    shell,
    title: person.name,
    main: html`
      ${Crumb({ href: '/people', name: 'People' })}
      ${PageHead(person.name, html`<p class="links"><a href="/claims?assignee=${person.id}">Claims to check</a> ${person.id === viewer.id && html`<a href="/account">Your account</a>`}</p>`)}
      <dl class="facts">
        <dt>Role</dt><dd>${roleWords[person.role]}: somebody who ${roleMeanings[person.role]}</dd>
        ${person.email && html`<dt>Email</dt><dd>${person.email}</dd>`}
        <dt>Here since</dt><dd>${Day(person.createdAt)}</dd>
        ${person.deactivatedAt && html`<dt>Deactivated</dt><dd>${Day(person.deactivatedAt)}. What they did stays as it is, and so do the claims they have.</dd>`}
      </dl>
      ${can(viewer, 'person.edit') && Membership({ person, tokens, typed: typed ?? fresh({ role: person.role }) })}
      ${inHand && HandOver({ person, inHand, typed: { ...(handing ?? fresh()), scope: 'hand-over' } })}
      <section aria-labelledby="did">
        <h2 id="did">What <bdi>${person.name}</bdi> did</h2>
        ${lines.length > 0 ? Timeline({ lines }) : html`<p class="empty">Nothing yet. Everything they add, change or decide will be listed here.</p>`}
        ${Pages(pages)}
      </section>`,
  })
