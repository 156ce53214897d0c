import type { Precedent } from '../../server/precedents/precedent.ts'
import { filterQuery } from '../../server/search/filter.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { PrecedentList } from './precedent-list.ts'

type Page = { shell: Shell; text: string; precedents: readonly Precedent[]; problem: string | undefined }

/** The box for any text, and the earlier checks that may be about it. */
export const AskPage = ({ shell, text, precedents, problem }: Page) =>
  Layout({
    shell,
    title: 'Has this been checked?',
    main: html`
      ${PageHead('Has this been checked?', html`<a href="/checks">Checks of other publishers</a>`)}
      <form class="form ask" method="get" action="/precedents">
        <label for="asked">A claim, in any words</label>
        <textarea id="asked" name="text" rows="4" maxlength="5000" required dir="auto" ${text === '' && html`autofocus`}>${text}</textarea>
        <p class="hint">Paste a sentence or two. Stet looks among the newsroom’s own decisions and the checks of other publishers that are kept here.</p>
        <p class="actions"><button class="main">Look</button></p>
      </form>
      ${problem !== undefined && html`<p class="message problem" role="alert">${problem}</p>`}
      ${text !== '' && problem === undefined && Answer(text, precedents)}`,
  })

const Answer = (text: string, precedents: readonly Precedent[]) => html`
  <section aria-labelledby="found-title">
    <h2 id="found-title">${precedents.length === 0 ? 'Nothing like it was found' : 'Checked before'}</h2>
    ${precedents.length === 0 ? html`<p class="empty">No decision and no kept check is near enough to be shown. Other words may find one: try the figure, or a name. Claims that nobody has decided yet are found by their words: <a href="/search${filterQuery({ q: text.slice(0, 200), kind: 'claims' })}">search them</a>.</p>` : PrecedentList({ precedents })}
  </section>`
