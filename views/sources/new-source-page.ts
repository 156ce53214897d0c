import type { NamedSource } from '../../server/sources/source.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { KnownSource } from './known-source.ts'
import { SourceFields } from './source-fields.ts'

type Page = { shell: Shell; typed: Typed; known: NamedSource | undefined }

export const NewSourcePage = ({ shell, typed, known }: Page) =>
  Layout({
    shell,
    title: 'Add a source',
    main: html`
      ${Crumb({ href: '/sources', name: 'Sources' })}
      <h1>Add a source</h1>
      <p class="soft">Describe it once; use it as evidence on as many claims as it speaks to.</p>
      <form class="form" method="post" action="/sources">
        ${FormMessage({ typed })} ${KnownSource(known)} ${SourceFields({ typed })}
        <div class="actions"><button class="main" type="submit">Add source</button> <a href="/sources">Cancel</a></div>
      </form>`,
  })
