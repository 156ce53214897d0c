import type { NamedSource } from '../../server/sources/source.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { KnownSource } from './known-source.ts'
import { SourceFields } from './source-fields.ts'

type Page = { shell: Shell; source: { id: number; title: string }; typed: Typed; known: NamedSource | undefined }

export const EditSourcePage = ({ shell, source, typed, known }: Page) =>
  Layout({
    shell,
    title: `Edit ${source.title}`,
    main: html`
      ${Crumb(...wayToSource(source))}
      <h1>Edit source</h1>
      <form class="form" method="post" action="/sources/${source.id}">
        ${FormMessage({ typed })} ${KnownSource(known)} ${SourceFields({ typed })}
        ${Hidden('version', versionOf(typed))}
        <div class="actions"><button class="main" type="submit">Save</button> <a href="/sources/${source.id}">Cancel</a></div>
      </form>`,
  })
