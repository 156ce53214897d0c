import type { Known } from '../../server/articles/take-in.ts'
import { html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden, Tick } from '../parts/field.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'
import { DetailFields, type OfferedScale } from './detail-fields.ts'

type Page = { shell: Shell; scales: OfferedScale[]; typed: Typed; known: Known[] }

/** The form that takes an article in; `known` are the articles that are here already and look like this one. */
export const NewArticlePage = ({ shell, scales, typed, known }: Page) =>
  Layout({
    shell,
    title: 'Take in an article',
    main: html`
      ${Crumb({ href: '/articles', name: 'Articles' })}
      <h1>Take in an article</h1>
      ${FormMessage({ typed })}
      <form class="take-in" action="/articles" method="post" enctype="multipart/form-data" novalidate>
        ${known.length > 0 && KnownArticles(known, typed)}
        <fieldset>
          <legend>The text</legend>
          <div class="either">${Area({ name: 'text', label: 'Paste the text', typed, rows: 14, hint: 'Only what is to be checked, without menus and captions. It is kept exactly as it is here, and never changes afterwards.' })}</div>
          ${File(typed)}
          ${Hidden('shape', valueOf(typed, 'shape'))}
        </fieldset>
        <fieldset>
          <legend>About it</legend>
          ${DetailFields({
            typed,
            isNew: true,
            scales,
            titleHint: 'Its headline. Out of a file it is taken over if you leave this empty, like the fields below.',
            languageHint:
              'Left empty: what the file says, else what the letters look like. Type to find a language, or write its tag, such as pt-BR.',
          })}
        </fieldset>
        <p class="actions"><button class="main">Take it in</button> <a href="/articles">Cancel</a></p>
      </form>`,
  })

// A file cannot be put back into a form: only its field comes again.
const File = (typed: Typed) => {
  const id = fieldId(typed, 'file')
  const problem = typed.problems.file
  return html`<div class="field ${problem && 'wrong'}">
    <label for="${id}">Or choose a file</label>
    <input id="${id}" type="file" name="file" accept=".txt,.md,.html,.htm,text/plain,text/markdown,text/html" aria-describedby="${id}-hint${problem && ` ${id}-problem`}" ${problem && html`aria-invalid="true"`} />
    <p class="hint" id="${id}-hint">.txt, .md or .html, up to 5 MB. Of a saved page only the article is taken, as plain text.</p>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
  </div>`
}

const KnownArticles = (known: Known[], typed: Typed) => html`
  <section class="message known-articles" role="alert" aria-labelledby="known-title">
    <h2 id="known-title">${known.length === 1 ? 'This looks like an article that is here already' : 'This looks like articles that are here already'}</h2>
    <ul>
      ${known.map(({ id, title, outlet, createdAt, sameText }) => html`<li><a href="/articles/${id}" dir="auto">${title}</a>${outlet && html`, <bdi>${outlet}</bdi>`}: ${sameText ? 'the same text' : 'the same address, another text'}, taken in ${Day(createdAt)}</li>`)}
    </ul>
    <p>Nothing was saved. Go on there, or take it in as an article of its own:</p>
    ${Tick({ name: 'again', label: 'Take it in all the same', typed })}
  </section>`
