import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Agreement } from '../../server/agreement/agreement.ts'
import { alphaWords, fewestRounds, roundsWanted } from '../../server/agreement/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Choice, Field } from '../parts/field.ts'
import { PageHead } from '../parts/page-head.ts'
import type { Typed } from '../parts/typed.ts'
import { Confusion } from './confusion.ts'
import { coefficient, percent } from './figures.ts'
import { ByPair, ByQuarter, ByRating } from './tables.ts'

type Page = { shell: Shell; person: Person; agreement: Agreement; typed: Typed }

/** How far independent verdicts agree, where they do not, and what that says about the scale. */
export const AgreementPage = ({ shell, person, agreement, typed }: Page) =>
  Layout({
    shell,
    title: 'Agreement',
    main: html`
      ${PageHead('Agreement between checkers', html`<p class="soft links"><a href="/history">History</a> <a href="/settings">Settings</a></p>`)}
      <p class="agreement-intro">
        Two checkers who judge a claim without seeing each other’s verdict show how clear the rating scale is. Counted are
        their two verdicts as they were when both were in, whatever was decided afterwards.
      </p>
      ${Filters({ agreement, typed })}
      <div class="agreement">
        ${agreement.rounds < fewestRounds ? TooFew(agreement) : Found({ agreement, person })}
      </div>`,
  })

const Filters = ({ agreement, typed }: Pick<Page, 'agreement' | 'typed'>) => html`
  <form class="filters" method="get" action="/agreement" aria-label="Which verdicts are counted">
    <div class="row">
      ${Choice({ name: 'scale', label: 'Rating scale', typed, options: agreement.scales.map(({ key, name }) => ({ value: key, label: name })) })}
      ${Field({ name: 'from', label: 'From', type: 'date', typed })}
      ${Field({ name: 'to', label: 'To', type: 'date', typed })}
      <div class="field actions"><button>Show</button> <a href="/agreement">Clear</a></div>
    </div>
  </form>`

const TooFew = ({ rounds, alike, mixed }: Agreement) => html`
  <div class="empty">
    <p>
      ${rounds === 0 ? 'No claim was judged by two checkers independently here yet.' : html`<b>Too few to say anything:</b> ${counted(rounds, 'claim')} judged by two checkers independently, ${alike === rounds ? 'all' : alike} with the same rating.`}
      Figures are shown from ${fewestRounds} claims on; with fewer, a single one would move them by more than ten points.
    </p>
    <p>An editor opens independent verdicts on the page of a claim, or for a whole article. ${Mixed(mixed)}</p>
  </div>`

const Mixed = (mixed: number) =>
  mixed > 0 && `${counted(mixed, 'claim')} judged by two different scales ${mixed === 1 ? 'is' : 'are'} left out.`

const Found = ({ agreement, person }: Pick<Page, 'agreement' | 'person'>) => html`
  <dl class="agreement-figures">
    <div><dt>Same rating</dt><dd><b>${percent(agreement.share)}</b><span>${agreement.alike} of ${counted(agreement.rounds, 'claim')}. ${agreement.range && `With so many, the true share is most likely between ${percent(agreement.range.from)} and ${percent(agreement.range.to)}.`}</span></dd></div>
    <div><dt>Krippendorff’s alpha, ratings as names</dt><dd><b>${coefficient(agreement.alpha)}</b><span>${Meaning(agreement.alpha)}</span></dd></div>
    <div><dt>Krippendorff’s alpha, ratings as steps</dt><dd><b>${coefficient(agreement.ranked.alpha)}</b><span>${Ranked(agreement)}</span></dd></div>
  </dl>
  ${Rough(agreement)}
  ${Confusion(agreement)} ${ByRating(agreement)} ${ByQuarter(agreement)}
  ${can(person, 'agreement.byPair') && ByPair(agreement)}
  ${Reading}`

const Meaning = (alpha: number | undefined) =>
  alpha === undefined ? 'Nothing to say: only one rating was used.' : alphaWords(alpha)

const Ranked = ({ ranked }: Agreement) =>
  html`A step apart counts less than a leap. Over the ${counted(ranked.rounds, 'claim')} rated from true to false by both${ranked.leftOut > 0 && `; ${ranked.leftOut} with a rating beside that axis left out, since those have no order`}. ${ranked.alpha !== undefined && alphaWords(ranked.alpha)}`

const Rough = ({ rounds, ratings, mixed }: Agreement) => {
  const wanted = roundsWanted(ratings.length)
  return html`${rounds < wanted && html`<p class="message">These figures are rough: with ${ratings.length} ratings in use, the alphas and kappas mean much from about ${wanted} claims on. There are ${rounds}.</p>`}
    ${mixed > 0 && html`<p class="soft">${Mixed(mixed)}</p>`}`
}

const Reading = html`
  <details class="agreement-reading">
    <summary>How these are reckoned</summary>
    <p>The share of equal ratings is easy to read but high by chance when one rating is given to most claims. The coefficients take that chance off: 1 is full agreement, 0 is what guessing would give, below 0 is worse than guessing.</p>
    <p>Alpha: Krippendorff 2011, “Computing Krippendorff’s Alpha-Reliability”. Its levels of 0.8 and 0.667: Krippendorff, Content Analysis. Kappa: Cohen 1960. The range: Wilson 1927. How many are needed: twice the square of the number of ratings, Cicchetti 1976. By rating: Fleiss 1975.</p>
  </details>`
