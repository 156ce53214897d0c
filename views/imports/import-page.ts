import type { Import } from '../../server/imports/import.ts'
import type { Made } from '../../server/imports/made.ts'
import type { KnownRating } from '../../server/imports/plan.ts'
import type { Stopped } from '../../server/imports/stopped.ts'
import { draftDays, formatWords } from '../../server/imports/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { Notes, Preview, Problems } from './outcome.ts'
import { OwnForm } from './own-form.ts'
import { PlanForm } from './plan-form.ts'
import { Progress } from './progress.ts'
import { ReviewForm } from './review-form.ts'

type Page = {
  shell: Shell
  found: Import
  ratings: KnownRating[]
  /** A standing import of the same file. */
  twin: number | undefined
  whyNot: string | undefined
  made: Made
  /** Why it does not go on, where it should. */
  stopped: Stopped | undefined
  typed: Typed | undefined
}

/** One import: how its file is read and what that gives, or how far it is. */
export const ImportPage = ({ shell, ...page }: Page) =>
  Layout({
    shell,
    title: `Import: ${page.found.fileName}`,
    main: html`
      ${Crumb({ href: '/imports', name: 'Imports' })}
      <h1 dir="auto">${page.found.fileName}</h1>
      ${Found(page.found)} ${page.found.state === 'draft' ? Draft(page) : Taken(page)}`,
  })

const encodings: Record<string, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}
const delimiters: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' }

const Found = ({ format, rowCount, columns, encoding, delimiter, addedBy, createdAt, state }: Import) => html`
  <p class="soft">${format === 'claim_review' ? `${counted(rowCount, 'check')}, ${delimiter === 'page' ? 'marked up in a page' : 'as JSON-LD'}.` : `${counted(rowCount, 'row')} and ${counted(columns.length, 'column')}, with ${delimiters[delimiter] ?? `“${delimiter}”`} between them.`} Sent by <span dir="auto">${addedBy}</span>, ${When(createdAt)}.</p>
  ${encoding === 'windows-1252' && state === 'draft' ? html`<p class="message notice">This file is not UTF-8, so it was read as Windows-1252, as older programs write it. Look whether accented letters and quotation marks are right below; if they are not, save the file as “CSV UTF-8” and send it again.</p>` : html`<p class="soft">Read as ${encodings[encoding] ?? encoding}.</p>`}`

type Shown = Omit<Page, 'shell'>

const Draft = ({ found, ratings, twin, whyNot, typed }: Shown) => {
  const { outcome } = found
  return html`
    ${twin !== undefined && html`<p class="message notice">The same file was imported already, as <a href="/imports/${twin}">import ${twin}</a>. Rows that are here are left as they are.</p>`}
    ${outcome.questions.length > 0 && html`<div class="message notice"><p>Before this can be taken in:</p><ul>${outcome.questions.map((question) => html`<li dir="auto">${question}</li>`)}</ul></div>`}
    ${Form({ found, ratings, typed })}
    ${Preview({ outcome, ratings })} ${Problems(outcome)} ${Notes(outcome)}
    <section aria-labelledby="confirm-title">
      <h2 id="confirm-title">Take it in</h2>
      <p>${counted(outcome.fresh, 'row')} would be added as ${formatWords(found).toLowerCase()}, ${outcome.already} are here already, ${outcome.repeated} repeat an earlier row, ${outcome.badRows} have problems. ${found.format !== 'own_evidence' && found.target === 'claims' && 'A claim with a rating is decided, by an imported verdict that is never published by itself.'}</p>
      ${whyNot === undefined ? html`<form method="post" action="/imports/${found.id}/start">${Hidden('version', found.version)}<button class="main">Take in ${counted(outcome.fresh, 'row')}</button></form>` : html`<p class="hint">${whyNot}</p>`}
      <p class="hint">A file that is not confirmed is removed after ${draftDays} days.</p>
    </section>`
}

const Form = ({ found, ratings, typed }: Pick<Shown, 'found' | 'ratings' | 'typed'>) => {
  if (found.format === 'table') return PlanForm({ found, ratings, typed })
  return found.format === 'claim_review' ? ReviewForm({ found, typed }) : OwnForm({ found, typed })
}

const Taken = ({ found, made, stopped, typed = fresh() }: Shown) => html`
  ${FormMessage({ typed })} ${Progress({ found, stopped })}
  ${found.state === 'finished' && Undo(found)}
  ${made.rows.length > 0 && Rows(found, made)}`

const Undo = ({ id, target, format }: Import) => html`
  <form method="post" action="/imports/${id}/undoing">
    <p class="hint">${format === 'own_evidence' ? 'Undoing withdraws its evidence, but for what somebody has changed since. Sources stay.' : target === 'claims' ? 'Undoing sets its claims aside, but for those that somebody has worked on since. Sources and articles stay.' : 'Undoing withdraws its checks. They stay readable.'}</p>
    <button>Undo this import</button>
  </form>`

const Rows = ({ id }: Import, { rows, after, next }: Made) => html`
  <section aria-labelledby="rows-title">
    <h2 id="rows-title">What became of its rows</h2>
    <ul class="import-rows">${rows.map(({ line, claimId, checkId, statement, checked }) => html`<li><span class="soft">Line ${line}</span> <a href="${claimId === null ? `/checks/${checkId}` : `/claims/${claimId}`}" dir="auto">${statement ?? checked}</a></li>`)}</ul>
    ${(after > 0 || next !== undefined) && html`<nav class="links pages no-print" aria-label="Pages">${after > 0 && html`<a href="/imports/${id}">First rows</a>`} ${next !== undefined && html`<a href="/imports/${id}?after=${next}" rel="next">More rows</a>`}</nav>`}
  </section>`
