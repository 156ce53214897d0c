import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Snapshot } from '../../server/snapshots/snapshot.ts'
import type { Source } from '../../server/sources/source.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { Pages } from '../parts/pages.ts'
import { SnapshotItems } from './snapshot-items.ts'

type Page = {
  shell: Shell
  person: Person
  source: Source
  snapshots: readonly Snapshot[]
  before: number | undefined
  next: number | undefined
}

/** All copies of a source, newest first. */
export const SnapshotListPage = ({ shell, person, source, snapshots, before, next }: Page) => {
  const path = `/sources/${source.id}/snapshots`
  const address = (at: number | undefined) => (at === undefined ? path : `${path}?before=${at}`)
  return Layout({
    shell,
    title: `Copies of ${source.title}`,
    main: html`
      ${Crumb(...wayToSource(source))}
      ${PageHead(`Copies of ${source.title}`, can(person, 'snapshot.keep') && html`<a class="button no-print" href="${path}/new">${Icon('copy')} Keep a copy</a>`)}
      ${snapshots.length === 0 ? html`<div class="empty"><p>No copy of this source is kept${before !== undefined && ' from before this'}.</p></div>` : SnapshotItems(snapshots, source)}
      ${Pages({ before, next, address })}`,
  })
}
