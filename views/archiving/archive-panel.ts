import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ArchiveStanding } from '../../server/archiving/request.ts'
import { archiveNotice, archiveStateWords } from '../../server/archiving/words.ts'
import { type Html, html } from '../html.ts'
import { When } from '../parts/when.ts'

type Shown = { source: { id: number }; standing: ArchiveStanding }

/** On the page of a source: what came of asking the Internet Archive, and the button that asks it. */
export const ArchivePanel = ({ person, source, standing }: Shown & { person: Person }): Html | false => {
  const [last] = standing.requests
  const isOffered = can(person, 'source.archive') && standing.isSetUp && standing.bar === undefined
  if (!last && !isOffered) return false
  return html`<section aria-labelledby="archive-title">
    <h2 id="archive-title">Internet Archive</h2>
    ${last && html`<p>${archiveStateWords[last.state]}, ${When(last.changedAt)}. ${last.problem} <a class="no-print" href="/sources/${source.id}/archiving">All that was asked</a></p>`}
    ${isOffered && AskArchive({ source, standing })}
  </section>`
}

/** The button, with what pressing it makes public; nothing while the archive is at it or may not be asked. */
export const AskArchive = ({ source: { id }, standing: { bar, requests } }: Shown): Html | false => {
  const [last] = requests
  const isAtIt = last?.state === 'asked' || last?.state === 'waiting'
  return (
    bar === undefined &&
    !isAtIt &&
    html`<form class="form no-print" method="post" action="/sources/${id}/archiving">
      <p class="hint">${archiveNotice}</p>
      <p class="actions"><button>Ask the Internet Archive to keep it</button></p>
    </form>`
  )
}
