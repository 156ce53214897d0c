import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ArchiveRequest, ArchiveStanding } from '../../server/archiving/request.ts'
import { archiveStateWords } from '../../server/archiving/words.ts'
import type { Source } from '../../server/sources/source.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'
import { AskArchive } from './archive-panel.ts'

type Page = { shell: Shell; person: Person; source: Source; standing: ArchiveStanding; typed: Typed | undefined }

/** What the Internet Archive was asked to keep of a source, what came of it, and the button that asks. */
export const ArchivePage = ({ shell, person, source, standing, typed }: Page) => {
  const { bar, requests } = standing
  return Layout({
    shell,
    title: `${source.title} in the Internet Archive`,
    main: html`
      ${Crumb(...wayToSource(source))}
      <h1><span dir="auto">${source.title}</span> in the Internet Archive</h1>
      ${typed && FormMessage({ typed })}
      ${bar !== undefined && html`<p class="message">${bar} The address of a copy that somebody else keeps can be given under “Edit”.</p>`}
      ${can(person, 'source.archive') && AskArchive({ source, standing })}
      <h2>What was asked</h2>
      ${requests.length === 0 ? html`<p class="empty">The archive has not been asked to keep this source.</p>` : html`<ol class="looks">${requests.map(Item)}</ol>`}`,
  })
}

const Item = ({ id, askedAt, askedBy, state, archivedUrl, problem, changedAt, address }: ArchiveRequest) => html`
  <li id="archive-${id}">
    ${When(askedAt)}
    <div>
      <p><b>${archiveStateWords[state]}</b>, ${When(changedAt)}. Asked for by <bdi>${askedBy}</bdi>: ${OutLink(address)}</p>
      ${archivedUrl && html`<p>${OutLink(archivedUrl, 'The archived copy')} <span class="full-address">${archivedUrl}</span></p>`}
      ${problem && html`<p class="soft">${problem}</p>`}
    </div>
  </li>`
