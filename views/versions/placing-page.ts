import { claimNumber } from '../../server/claims/words.ts'
import type { OfferedPlace, Placement } from '../../server/claims/find-place.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { QuoteInContext } from '../claims/quote-in-context.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fresh } from '../parts/typed.ts'

type Page = { placement: Placement; words: string | undefined; typed: Typed }

/** Where somebody says where a claim stands in the newest version, or that it does not. */
export const PlacingPage = ({ shell, ...page }: Page & { shell: Shell }): Html => {
  const { claim, articleTitle, text } = page.placement
  return Layout({
    shell,
    title: `Where does claim ${claimNumber(claim)} stand?`,
    main: html`
      ${Crumb({ href: `/articles/${claim.articleId}`, name: articleTitle }, { href: `/claims/${claim.id}`, name: `Claim ${claimNumber(claim)}` })}
      <h1>Where does it stand in version ${text.number}?</h1>
      <p dir="auto">${claim.statement}</p>
      ${FormMessage({ typed: page.typed })}
      ${Stood(page.placement)} ${Now(page)} ${Other(page)} ${claim.standing === 'lost' && Gone(page.placement)}`,
  })
}

const Stood = ({ claim, stood, stoodIn, language }: Placement) => html`
  <section aria-labelledby="stood-title">
    <h2 id="stood-title">Its words in <a href="/articles/${claim.articleId}/versions/${stoodIn}#m-${claim.id}">version ${stoodIn}</a></h2>
    ${QuoteInContext({ context: stood, language })}
  </section>`

const Now = ({ placement, words }: Page) => {
  const { places, chosen, text, claim } = placement
  const title = chosen ? 'The words you selected' : 'Where it may stand now'
  return html`<section aria-labelledby="now-title">
    <h2 id="now-title">${title}</h2>
    ${
      places.length > 0
        ? html`<ul class="place-list">${places.map((place) => html`<li>${Offer(placement, place)}</li>`)}</ul>`
        : html`<p>${words === undefined ? 'Its words' : 'These words'} are not in version ${text.number}, nor any that are much like them.</p>`
    }
    <p><a href="/articles/${claim.articleId}?placing=${claim.id}">Select its words in the article</a></p>
  </section>`
}

const Offer = ({ claim, text, key, language }: Placement, { start, end, errors, context }: OfferedPlace) => html`
  ${QuoteInContext({ context, language })}
  <form method="post" action="/claims/${claim.id}/place">
    ${Hidden('text', text.versionId)}${Hidden('start', start)}${Hidden('end', end)}${Hidden('was', key)}
    <button class="main">It stands here</button>${errors > 0 && html` <span class="soft">the words differ a little</span>`}
  </form>`

const Other = ({ placement, words }: Page) => html`
  <section aria-labelledby="other-title">
    <h2 id="other-title">Look for other words</h2>
    <form class="form" method="get" action="/claims/${placement.claim.id}/place">
      ${Area({ typed: fresh({ words }), name: 'words', label: 'The words as they stand in the article now', needed: true, max: 2_000 })}
      <p class="actions"><button>Find them</button></p>
    </form>
  </section>`

const Gone = ({ claim, key, stoodIn }: Placement) => html`
  <section aria-labelledby="gone-title">
    <h2 id="gone-title">Not in the article any more?</h2>
    <p>The claim stays, with its evidence and verdicts, at its place in version ${stoodIn}. It can be placed again later.</p>
    <form method="post" action="/claims/${claim.id}/absence">${Hidden('was', key)}<button>It is no longer in the article</button></form>
  </section>`
