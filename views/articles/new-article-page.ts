import type { Known } from '../../server/articles/take-in.ts'
import { FetchOffer, SendsByEnter } from '../fetching/fetch-offer.ts'
import { html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { TextFile } from '../parts/text-file.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'
import { AddressField, DetailFields, type OfferedScale } from './detail-fields.ts'

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
        ${SendsByEnter}
        ${known.length > 0 && KnownArticles(known)}
        <fieldset>
          <legend>The text</legend>
          ${AddressField(typed)} ${fetch}
          <div class="either">${Area({ name: 'text', label: 'Or paste the text', typed, rows: 8, hint: 'Only what is to be checked, without menus and captions. It is kept exactly as it is here, and never changes afterwards.' })}</div>
          ${TextFile(typed)}
          ${Hidden('shape', valueOf(typed, 'shape'))}
        </fieldset>
        <fieldset>
          <legend>About it</legend>
          ${DetailFields({
            typed,
            isNew: true,
            scales,
            titleHint: 'Its headline. Left empty, it is taken from the file; so are the fields below.',
            languageHint:
              'Left empty, it is taken from the file, else guessed from the letters. Type to find one, or write its tag, such as pt-BR.',
          })}
        </fieldset>
        <p class="actions"><button class="main">Take it in</button> <a href="/articles">Cancel</a></p>
      </form>`,
  })

const fetch = FetchOffer({
  action: '/articles/fetch',
  label: 'Fetch the text',
  instead: 'If they must not know, paste the text below, or save the page in your browser and choose the file.',
})

const KnownArticles = (known: Known[]) => html`
  <section class="message known-articles" role="alert" aria-labelledby="known-title">
    <h2 id="known-title">${known.length === 1 ? 'This looks like an article that is here already' : 'This looks like articles that are here already'}</h2>
    <ul>
      ${known.map(({ id, title, outlet, createdAt, sameText }) => html`<li><a href="/articles/${id}" dir="auto">${title}</a>${outlet && html`, <bdi>${outlet}</bdi>`}: ${sameText ? 'the same text' : 'the same address, another text'}, taken in ${Day(createdAt)}</li>`)}
    </ul>
    <p>Nothing was saved yet. Go on there, or keep both:</p>
    <p class="actions"><button name="again" value="yes">Take it in as an article of its own</button></p>
  </section>`
