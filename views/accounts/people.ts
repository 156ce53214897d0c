import type { OpenInvitation } from '../../server/accounts/invitation.ts'
import type { ShownPerson } from '../../server/accounts/person.ts'
import { roleMeanings, roleWords, roles } from '../../server/accounts/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Choice, Field, FormMessage, worded } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day, When } from '../parts/when.ts'

type Page = {
  shell: Shell
  people: ShownPerson[]
  /** Undefined for those who may not invite. */
  invitations: OpenInvitation[] | undefined
  typed?: Typed | undefined
}

/** Everyone in the newsroom, and for admins the way to let others in. */
export const PeoplePage = ({ shell, people, invitations, typed = fresh({ role: 'checker' }) }: Page) => {
  const active = people.filter((person) => !person.deactivatedAt)
  const former = people.filter((person) => person.deactivatedAt)
  return Layout({
    shell,
    title: 'People',
    main: html`
      ${PageHead('People', html`<p class="links"><a href="/settings">Settings</a> <a href="/account">Your account</a></p>`)}
      ${PeopleTable({ people: active, caption: 'Active', shell })}
      ${former.length > 0 && PeopleTable({ people: former, caption: 'Deactivated', shell })}
      ${Roles}
      ${invitations ? Inviting({ invitations, typed }) : html`<p class="soft">To let somebody in or change a role, ask an admin. Only admins see email addresses.</p>`}`,
  })
}

type Table = { people: ShownPerson[]; caption: string; shell: Shell }

const PeopleTable = ({ people, caption, shell }: Table) => html`
  <table class="people">
    <caption>${caption} <span class="number soft">${people.length}</span></caption>
    <thead><tr><th scope="col">Name</th><th scope="col">Role</th>${seesEmails(people) && html`<th scope="col">Email</th>`}<th scope="col">${caption === 'Active' ? 'Since' : 'Left'}</th></tr></thead>
    <tbody>${people.map((person) => PersonRow({ person, isSelf: person.id === shell.person?.id, withEmail: seesEmails(people) }))}</tbody>
  </table>`

// Admins see everybody's; the others would read a column of nothing.
const seesEmails = (people: ShownPerson[]) => people.every(({ email }) => email)

type Row = { person: ShownPerson; isSelf: boolean; withEmail: boolean }

const PersonRow = ({ person, isSelf, withEmail }: Row) => html`
  <tr id="person-${person.id}">
    <th scope="row"><a href="/people/${person.id}" dir="auto">${person.name}</a> ${isSelf && html`<span class="state">you</span>`}</th>
    <td>${roleWords[person.role]}</td>
    ${withEmail && html`<td>${person.email}</td>`}
    <td>${Day(person.deactivatedAt ?? person.createdAt)}</td>
  </tr>`

const Roles = html`
  <details class="roles">
    <summary>What the roles mean</summary>
    <dl class="facts">${roles.map((role) => html`<dt>${roleWords[role]}</dt><dd>${capital(roleMeanings[role])}</dd>`)}</dl>
  </details>`

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const Inviting = ({ invitations, typed }: { invitations: OpenInvitation[]; typed: Typed }) => html`
  <section aria-labelledby="invite">
    <h2 id="invite">Invite somebody</h2>
    <p>You get a link to pass on, by whatever way you trust. It makes one account, and works for 24 hours.</p>
    <form class="form" method="post" action="/invitations">
      ${FormMessage({ typed })}
      <div class="row">
        ${Field({ name: 'name', label: 'Name', required: true, hint: 'They can change it when they accept.', typed })}
        ${Choice({ name: 'role', label: 'Role', required: true, options: worded(roles, roleWords), typed })}
      </div>
      <p class="actions"><button class="main">${Icon('link')} Make the invitation link</button></p>
    </form>
    ${invitations.length > 0 && Open({ invitations })}
  </section>`

const Open = ({ invitations }: { invitations: OpenInvitation[] }) => html`
  <h3 id="open-invitations">Open invitations</h3>
  <ul class="devices" aria-labelledby="open-invitations">
    ${invitations.map(
      (invitation) => html`<li id="invitation-${invitation.id}">
        ${Icon('link')}
        <div>
          <p><bdi>${invitation.name}</bdi> <span class="state">${roleWords[invitation.role]}</span></p>
          <p class="soft">by <bdi>${invitation.invitedBy}</bdi> · until ${When(invitation.expiresAt)}</p>
        </div>
        <form method="post" action="/invitations/${invitation.id}/withdrawal"><button>Withdraw <span class="unseen">the invitation of <bdi>${invitation.name}</bdi></span></button></form>
      </li>`,
    )}
  </ul>`
