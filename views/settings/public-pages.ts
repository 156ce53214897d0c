import type { PublicPages } from '../../server/settings/public-pages.ts'
import { html } from '../html.ts'
import { Markdown } from '../markdown.ts'
import { Area, FormMessage, Hidden, Tick } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'

type Shown = { pages: PublicPages; mayEdit: boolean; typed: Typed }

/** What stands on public pages beside the checks. */
export const PublicPagesSetting = ({ pages, mayEdit, typed }: Shown) => html`
  <section aria-labelledby="public-pages">
    <h2 id="public-pages">Public pages</h2>
    ${mayEdit ? Form({ ...typed, scope: 'public' }) : Agreed(pages)}
  </section>`

const Form = (typed: Typed) => html`
  <form class="form" method="post" action="/settings/public-pages">
    ${FormMessage({ typed })}
    ${Tick({ name: 'showNames', label: 'Name who checked and who reviewed', typed, hint: 'Without it, public pages say that one person checked and a second one reviewed. It holds for every public page at once, those already published among them.' })}
    ${Area({ name: 'method', label: 'How you check', rows: 8, max: 10_000, typed, hint: 'Stands at the end of every public page: how you choose claims, how you check them, what your ratings rest on, how to reach you. Markdown as in a verdict.' })}
    ${Hidden('version', versionOf(typed))}
    <p class="actions"><button>Save what stands on public pages</button></p>
  </form>`

const Agreed = ({ showNames, method }: PublicPages) => html`
  <p>${showNames ? 'Public pages name who checked and who reviewed.' : 'Public pages name nobody: they say that one person checked and a second one reviewed.'}</p>
  ${method ? Markdown(method) : html`<p class="soft">Nothing is written yet about how you check.</p>`}`
