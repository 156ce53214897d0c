import type { File } from '../../server/exports/words.ts'
import { html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { ExportForm } from './export-form.ts'

type Page = { shell: Shell; file: File; filter: string; typed: Typed }

/** The export form on a page of its own: after signing in again, or when it cannot be done as asked. */
export const ExportPage = ({ shell, file, filter, typed }: Page) =>
  Layout({
    shell,
    title: 'Export',
    main: html`${Crumb({ href: filter ? `/claims?${filter}` : '/claims', name: 'Claims' })}
      <h1>Export ${file}</h1>
      ${FormMessage({ typed })} ${ExportForm({ file, filter })}`,
  })
