import type { NamedSource } from '../../server/sources/source.ts'
import { type Html, html } from '../html.ts'

/** Points at the source that has the typed address or DOI already. */
export const KnownSource = (known: NamedSource | undefined): Html | undefined =>
  known &&
  html`<p class="message known">This address or DOI is already kept as <a href="/sources/${known.id}" dir="auto">${known.title}</a>. <a class="button" href="/sources/${known.id}">Use that one</a></p>`
