import { type Person, can } from '../../server/accounts/permissions.ts'
import type { SavedList } from '../../server/lists/list.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { addressOf } from './saved-lists.ts'

type Page = { shell: Shell; person: Person; lists: SavedList[]; removed: SavedList[]; typed: Typed }

/** All lists that somebody sees: their own, those of all, and those that can be put back. */
export const ListsPage = ({ shell, person, lists, removed, typed }: Page) => {
  const mine = lists.filter(({ ownerId }) => ownerId === person.id)
  const others = lists.filter(({ ownerId }) => ownerId !== person.id)
  return Layout({
    shell,
    title: 'Saved lists',
    main: html`
      ${Crumb({ href: '/claims', name: 'Claims' })}
      <h1>Saved lists</h1>
      ${FormMessage({ typed: { ...typed, problems: { '': Object.values(typed.problems).join(' ') } } })}
      ${lists.length === 0 && Nothing}
      ${mine.length > 0 && Part('mine', 'Mine', mine, person)}
      ${others.length > 0 && Part('shared', 'Shared by colleagues', others, person)}
      ${removed.length > 0 && Removed(removed)}`,
  })
}

const Nothing = html`<div class="empty"><p>There are no saved lists yet. Narrow the <a href="/claims">list of claims</a> to what you come back to, and choose “Save this list” above it.</p></div>`

const Part = (id: string, title: string, lists: SavedList[], person: Person) => html`
  <section aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <ul class="all-lists">${lists.map((list) => Row(list, person))}</ul>
  </section>`

const Row = (list: SavedList, person: Person) => html`
  <li id="list-${list.id}">
    <p><a href="${addressOf(list)}" dir="auto">${list.name}</a> ${list.ownerId !== person.id ? html`<span class="soft">by <bdi>${list.owner}</bdi></span>` : list.shared && html`<span class="soft">shared with the newsroom</span>`}</p>
    ${can(person, 'list.edit', list) && html`<div class="actions"><a href="/lists/${list.id}">Change<span class="unseen"> <bdi>${list.name}</bdi></span></a> ${Act(list, 'removal', 'Remove')}</div>`}
  </li>`

const Removed = (removed: SavedList[]) => html`
  <section id="removed" aria-labelledby="removed-title">
    <h2 id="removed-title">Removed</h2>
    <ul class="all-lists">${removed.map((list) => html`<li><p><bdi>${list.name}</bdi></p><div class="actions">${Act(list, 'return', 'Put back')}</div></li>`)}</ul>
  </section>`

const Act = ({ id, name }: SavedList, act: string, label: string) =>
  html`<form method="post" action="/lists/${id}/${act}"><button>${label}<span class="unseen"> <bdi>${name}</bdi></span></button></form>`
