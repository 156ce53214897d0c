import { type File, delimiterWords, delimiters, fileWords, variantWords, variants } from '../../server/exports/words.ts'
import { type Hole, type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, type Place, wayToArticle } from '../parts/crumb.ts'
import { Choice, FormMessage, Hidden, worded } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'

/** Which files there are to choose from, and of what: a list of claims or the history. */
export type Offer = {
  list: 'claims' | 'history'
  files: readonly File[]
  /** As it stands in the address of the list after the `?`. */
  filter: string
  article: { id: number; title: string } | undefined
}

type Page = { shell: Shell; offer: Offer; typed: Typed }

/** What may be in a file and how it may be written, in plain words; also what is shown when it cannot be done as asked. */
export const ExportPage = ({ shell, offer, typed }: Page) =>
  Layout({
    shell,
    title: 'Export',
    main: html`${Crumb(...wayTo(offer))}
      <h1>Export ${subjectOf(offer)}</h1>
      ${FormMessage({ typed })}
      <form class="export-choice" method="post" action="/exports" data-download>
        ${Hidden('of', offer.list)}${Hidden('filter', offer.filter)}
        ${Files(offer, typed)}
        ${Choices({
          name: 'variant',
          legend: 'What the file is made for',
          typed,
          chosen: 'workbook',
          options: variants.map((variant) => ({ value: variant, ...variantWords[variant] })),
        })}
        ${Choice({
          name: 'delimiter',
          label: 'Between the cells of a CSV',
          typed,
          required: true,
          hint: 'A workbook needs none. Where a CSV opens with everything in one column, export it again with another one.',
          options: worded(delimiters, delimiterWords),
        })}
        <p class="actions"><button class="main">${Icon('download')} Export</button></p>
      </form>
      ${offer.article && OtherFormats(offer.article)} ${LeftOut}`,
  })

const OtherFormats = ({ id }: { id: number }) => html`
  <section aria-labelledby="other-formats">
    <h2 id="other-formats">Other formats</h2>
    <p>Web annotations, a replication bundle of all work on the article, and what is public of it for programs: <a href="/articles/${id}/formats">other formats</a>.</p>
  </section>`

const wayTo = ({ list, filter, article }: Offer): Place[] => {
  if (article) return wayToArticle(article)
  const [href, name] = list === 'history' ? ['/history', 'History'] : ['/claims', 'Claims']
  return [{ href: filter === '' ? href : `${href}?${filter}`, name }]
}

const subjectOf = ({ list, filter, article }: Offer): Hole => {
  if (article) return html`<span dir="auto">${article.title}</span>`
  if (list === 'history') return filter === '' ? 'the history' : 'a part of the history'
  return filter === '' ? 'the list of claims' : 'a filtered list of claims'
}

const Files = ({ files }: Offer, typed: Typed): Html => {
  const [only, ...others] = files
  if (only && others.length === 0) return html`${Hidden('file', only)}<p>${fileWords[only].explained}</p>`
  return Choices({
    name: 'file',
    legend: 'What is in the file',
    typed,
    chosen: 'claims',
    options: files.map((file) => ({ value: file, ...fileWords[file] })),
  })
}

type Choices = {
  name: string
  legend: string
  typed: Typed
  chosen: string
  options: { value: string; label: string; explained: string }[]
}

const Choices = ({ name, legend, typed, chosen, options }: Choices): Html => {
  const problem = typed.problems[name]
  const current = valueOf(typed, name) || chosen
  return html`<fieldset id="${fieldId(typed, name)}" class="${problem && 'wrong'}">
    <legend>${legend}</legend>
    ${problem && html`<p class="problem">${problem}</p>`}
    ${options.map(
      ({ value, label, explained }) =>
        html`<label><input type="radio" name="${name}" value="${value}" ${value === current && html`checked`} /> <span><b>${label}</b> ${explained}</span></label>`,
    )}
  </fieldset>`
}

const LeftOut = html`<section class="export-left-out">
  <h2>What is in no file</h2>
  <p>Evidence from confidential sources, withdrawn evidence, independent verdicts before both are in, and sign-ins. This is so for everybody, because a file is made to be handed on. A file does hold the names of colleagues and what they wrote in reviews: look through it before you pass it on.</p>
  <p>The history notes who exported what, and when.</p>
</section>`
