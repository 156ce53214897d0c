import type { Import } from '../../server/imports/import.ts'
import { html } from '../html.ts'
import { FormMessage, Hidden, Tick } from '../parts/field.ts'
import { type Typed, fresh, versionOf } from '../parts/typed.ts'

/** What there is to say of one of our own files, which needs no guesses. */
export const OwnForm = ({ found, typed: again }: { found: Import; typed: Typed | undefined }) => {
  const { id, plan, version } = found
  const values = { version, guarded: plan.guarded ? 'yes' : '', leaveOut: plan.leaveOut ? 'yes' : '' }
  const typed =
    again && Object.keys(again.values).length > 0 ? again : { ...fresh(values), problems: again?.problems ?? {} }
  return html`<form class="import-plan" method="post" action="/imports/${id}/plan">
    ${FormMessage({ typed })} ${Hidden('version', versionOf(typed))}
    ${Told(found)}
    ${Tick({ name: 'guarded', label: 'It is the variant for spreadsheets: take away one ’ before text that would run as a formula', typed })}
    ${Tick({ name: 'leaveOut', label: 'Leave out the rows that have problems', typed })}
    <p class="actions"><button>Read it this way</button></p>
  </form>`
}

const Told = ({ format }: Import) =>
  format === 'own_claims'
    ? html`<p>These are claims that Stet exported. They are taken in as they stand there: words, article, claimant, tags, dates, and the numbers where these are free. Verdicts come as imported ones, with who gave and reviewed them by name, since nobody here did; nothing is published by itself.</p>
        <p>Of the articles there is only what was quoted, in its place. What a claim’s evidence was is in <code>evidence.csv</code> of the same export: import it next. Until then the file’s counts are kept. An export gives back every column as it came, but for <code>exported_at</code>, and <code>independent_sources</code> once there is evidence.</p>`
    : html`<p>This is evidence that Stet exported. It goes to the claims that came out of <code>claims.csv</code> of the same export, with its source, stance, passage and place, and the numbers where these are free.</p>
        <p>Kept copies and notes are not in such a file. When and by whom it was added, when the source was read, and the hash of its copy are kept as the file says them.</p>`
