import { counted } from '../../server/values/count.ts'
import type { Prepared } from '../../server/versions/prepare.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { DifferenceList } from './difference.ts'
import { Fates } from './fates.ts'

type Page = { shell: Shell; prepared: Prepared; typed: Typed }

/** What taking a text in as the next version would do, before it is done. */
export const PreviewPage = ({ shell, prepared, typed }: Page): Html => {
  const { article, base, comparison } = prepared
  const number = base.number + 1
  return Layout({
    shell,
    title: `Version ${number}: look first`,
    main: html`
      ${Crumb(...wayToArticle(article), { href: `/articles/${article.id}/versions`, name: 'Versions' })}
      <h1>Version ${number}: look first</h1>
      <p>Nothing is saved yet. This is the text that you sent, held against version ${base.number}.</p>
      ${FormMessage({ typed })}
      <form action="/articles/${article.id}/versions" method="post" enctype="multipart/form-data">
        ${Hidden('text', prepared.text.text)}${Hidden('shape', valueOf(typed, 'shape'))}${Hidden('base', base.versionId)}
        <section aria-labelledby="difference-title">
          <h2 id="difference-title">What is different</h2>
          ${DifferenceList({ difference: comparison.difference, language: article.language })}
        </section>
        <section aria-labelledby="sentences-title">
          <h2 id="sentences-title">What becomes of the sentences</h2>
          ${SentenceWords(prepared)}
        </section>
        ${Fates({ prepared, typed })}
        <p class="actions"><button class="main">Take in version ${number}</button> <a href="/articles/${article.id}">Cancel, save nothing</a></p>
      </form>`,
  })
}

function SentenceWords({ article, comparison: { sentences, carried } }: Prepared): Html {
  const kept = carried.filter((from) => from !== null).length
  const changed = sentences.length - kept
  return html`<p>${counted(kept, 'sentence')} ${kept === 1 ? 'is' : 'are'} unchanged and ${kept === 1 ? 'keeps' : 'keep'} what was decided. ${changed > 0 && html`<strong>${counted(changed, 'sentence')} ${changed === 1 ? 'is' : 'are'} new or changed</strong> and ${changed === 1 ? 'waits' : 'wait'} to be looked at${article.signedOffAt && ', so the sign-off of the article ends'}.`}</p>`
}
