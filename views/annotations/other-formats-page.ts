import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'

type Page = { shell: Shell; article: { id: number; title: string }; typed: Typed }

/** What else than tables can be taken out of an article, and what each is for. */
export const OtherFormatsPage = ({ shell, article, typed }: Page): Html =>
  Layout({
    shell,
    title: `Other formats: ${article.title}`,
    main: html`
      ${Crumb(...wayToArticle(article))}
      <h1>Other formats</h1>
      ${FormMessage({ typed })}
      <section aria-labelledby="annotations">
        <h2 id="annotations">Web annotations</h2>
        <p>Every claim that is not set aside, with its words and where they stand, for programs that show notes on web pages (W3C Web Annotation, JSON-LD). Claims that are not published are in it.</p>
        <form method="post" action="/articles/${article.id}/annotations" data-download>
          <p class="actions"><button>${Icon('download')} Export annotations</button></p>
        </form>
      </section>`,
  })
