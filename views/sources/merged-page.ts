import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Source } from '../../server/sources/source.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { SourceFacts } from './source-facts.ts'

type Merger = { evidence: number[]; keptVersion: number; mergedAt: string; mergedBy: string }
type Page = { shell: Shell; person: Person; typed: Typed; gone: Source; kept: Source; merger: Merger; watched: boolean }

/** The record of a source that was merged into another, and the way to take them apart. */
export const MergedPage = ({ shell, person, typed, gone, kept, merger, watched }: Page) =>
  Layout({
    shell,
    title: gone.title,
    main: html`
      ${Crumb(...wayToSource(kept))}
      <h1 dir="auto">${gone.title}</h1>
      ${FormMessage({ typed })}
      <p class="message">Merged into <a href="/sources/${kept.id}" dir="auto">${kept.title}</a> by <span dir="auto">${merger.mergedBy}</span>, ${When(merger.mergedAt)}. ${counted(merger.evidence.length, 'piece')} of evidence moved.</p>
      <h2>What it said</h2>
      ${SourceFacts(gone)}
      ${can(person, 'source.merge') && TakeApart({ gone, kept, merger, watched })}
      <p><a href="/sources/${gone.id}/history">History of this source until then</a></p>`,
  })

const TakeApart = ({ gone, kept, merger, watched }: Pick<Page, 'gone' | 'kept' | 'merger' | 'watched'>) => html`
  <h2>Not the same after all?</h2>
  <ul>
    <li>The evidence that moved goes back to this source, as it is now. What was added to the other since stays there.</li>
    <li>${kept.version === merger.keptVersion ? 'The other source gets back the details it had.' : 'The other source was edited since, so its details stay as they are.'}</li>
    <li>Each has its own copies alone again. Passages that were found in a copy of the other are looked up anew.</li>
    ${watched && html`<li>Its watch does not come back: this source is not watched until somebody has it watched again, and if the other is watched, that goes on.</li>`}
    ${kept.confidential && html`<li>Both stay confidential. Untick that on each when nothing in it is.</li>`}
  </ul>
  <form method="post" action="/sources/${gone.id}/separation"><button type="submit">Take them apart again</button></form>`
