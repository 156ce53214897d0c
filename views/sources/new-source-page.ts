import type { NamedSource } from '../../server/sources/source.ts'
import type { Guess } from '../../server/sources/metadata.ts'
import { FetchOffer, SendsByEnter } from '../fetching/fetch-offer.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage, Hidden, Tick } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { KnownSource } from './known-source.ts'
import { SourceFields } from './source-fields.ts'

type Page = { shell: Shell; typed: Typed; known: NamedSource | undefined; filled?: Record<string, Guess> }

export const NewSourcePage = ({ shell, typed, known, filled }: Page) =>
  Layout({
    shell,
    title: 'Add a source',
    main: html`
      ${Crumb({ href: '/sources', name: 'Sources' })}
      <h1>Add a source</h1>
      <p class="soft">Describe it once; use it as evidence on as many claims as it speaks to.</p>
      <form class="form" method="post" action="/sources">
        ${SendsByEnter} ${FormMessage({ typed })} ${KnownSource(known)} ${SourceFields({ typed, filled, fetch })} ${Keep(typed)}
        <div class="actions"><button class="main" type="submit">Add source</button> <a href="/sources">Cancel</a></div>
      </form>`,
  })

const fetch = FetchOffer({
  action: '/sources/description',
  label: 'Fetch and fill in',
  instead:
    'If they must not know, fill in the fields yourself, save the page in your browser, and upload or paste it as a copy once the source is there.',
})

// Only what was fetched can be kept in the same step.
const Keep = (typed: Typed) =>
  valueOf(typed, 'copy') !== '' &&
  html`${Hidden('copy', valueOf(typed, 'copy'))}
    ${Tick({ typed, name: 'keep', label: 'Keep a copy of the page', hint: 'As it was fetched. Passages can be marked in it, and it stays when the page changes or goes.' })}`
