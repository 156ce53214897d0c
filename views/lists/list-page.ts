import type { SavedList } from '../../server/lists/list.ts'
import { longestName } from '../../server/lists/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Field, FormMessage, Hidden, Tick } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { addressOf } from './saved-lists.ts'

const way = [
  { href: '/claims', name: 'Claims' },
  { href: '/lists', name: 'Saved lists' },
] as const

/** The form that a list is saved with, when it needs another look. */
export const NewListPage = ({ shell, typed, mayShare }: { shell: Shell; typed: Typed; mayShare: boolean }) =>
  Layout({
    shell,
    title: 'Save a list',
    main: html`
      ${Crumb(...way)}
      <h1>Save a list</h1>
      <form class="form" method="post" action="/lists">
        ${FormMessage({ typed })} ${Fields(typed, mayShare)}
        <p class="actions"><button class="main">Save</button> <a href="/claims">Cancel</a></p>
      </form>`,
  })

type Page = { shell: Shell; list: SavedList; may: { share: boolean; edit: boolean }; typed: Typed }

/** A saved list and what it holds, to be changed by whoever may. */
export const ListPage = ({ shell, list, may, typed }: Page) =>
  Layout({
    shell,
    title: list.name,
    main: html`
      ${Crumb(...way)}
      <h1 dir="auto">${list.name}</h1>
      <p class="soft">${list.shared ? 'Shared by' : 'Kept by'} <bdi>${list.owner}</bdi>.${list.removedAt !== null && ' It is removed.'} <a href="${addressOf(list)}">Show the claims</a></p>
      ${
        may.edit &&
        html`<form class="form" method="post" action="/lists/${list.id}">
          ${FormMessage({ typed })} ${Hidden('version', versionOf(typed))} ${Fields(typed, may.share)}
          <p class="actions"><button class="main">Save</button> <a href="/lists">Cancel</a></p>
        </form>`
      }`,
  })

const Fields = (typed: Typed, mayShare: boolean) => html`
  ${Field({ typed, name: 'name', label: 'Name of the list', required: true, max: longestName })}
  ${mayShare && Tick({ typed, name: 'shared', label: 'Share it with the newsroom', needed: true, hint: 'Everybody then sees it, and its changes stand in the history.' })}
  ${Field({ typed, name: 'query', label: 'Address of the list', needed: true, max: 4_000, hint: 'Copied from the browser while it shows the claims that you mean.' })}`
