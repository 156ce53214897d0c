import type { CopyQuota } from '../../server/settings/setting.ts'
import { sizeWords } from '../../server/snapshots/words.ts'
import { html } from '../html.ts'
import { Field, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fresh, versionOf } from '../parts/typed.ts'

type Room = { quota: CopyQuota; mayEdit: boolean; typed: Typed | undefined }

/** How much of copies of sources is kept, and how much may be. */
export const CopyRoom = ({
  quota: { gigabytes, used, version },
  mayEdit,
  typed = fresh({ gigabytes, version }),
}: Room) => html`
  <section aria-labelledby="copies">
    <h2 id="copies">Room for copies of sources</h2>
    <p>${sizeWords(used)} of ${gigabytes.toLocaleString('en')} GB are used. The same file counts once, however many sources have it. A copy that is kept is never deleted; once the room is used up, no further one is taken.</p>
    ${
      mayEdit &&
      html`<form class="form" method="post" action="/settings/copies">
        ${FormMessage({ typed: { ...typed, scope: 'copies' } })}
        ${Field({ name: 'gigabytes', label: 'Room, in GB', required: true, typed: { ...typed, scope: 'copies' }, hint: 'The copies are in the database file, and so in each backup: look at the disk first.' })}
        ${Hidden('version', versionOf(typed))}
        <p class="actions"><button>Save the room</button></p>
      </form>`
    }
  </section>`
