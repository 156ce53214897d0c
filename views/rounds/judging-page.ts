import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { Judging, OpenRound, Round } from '../../server/rounds/round.ts'
import { noRoundReason } from '../../server/rounds/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { Area, Choice, FormMessage, named } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'

type People = readonly { id: number; name: string }[]

type Page = {
  claim: ClaimRecord
  judging: Judging
  person: Person
  /** Who can be named, for an editor. */
  people: People
  typed: Typed
}

/** Who judges a claim: one checker or two, who they are, and what can be changed about it. */
export const JudgingPage = ({ shell, ...page }: Page & { shell: Shell }) => {
  const { claim, judging, typed } = page
  return Layout({
    shell,
    title: `Who judges claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))}
      <h1>Who judges claim ${claimNumber(claim)}</h1>
      <p class="judged-statement" dir="auto">${claim.statement}</p>
      ${FormMessage({ typed })}
      <div class="judging">
        ${judging.open ? Open(page, judging.open) : html`${Way(page)} ${judging.independent && Naming(page)}`}
        ${Earlier(claim.id, judging.rounds)}
      </div>`,
  })
}

const Way = ({ claim, judging, person }: Page) => {
  const asArticle = `As the article says: ${judging.byArticle ? 'two, independently' : 'one checker'}`
  const options = [
    { value: 'yes', label: 'Two, independently' },
    { value: 'no', label: 'One checker, and a second person reviews' },
  ]
  const now = fresh({ independent: judging.own === null ? '' : judging.own ? 'yes' : 'no' })
  return html`<section aria-labelledby="way-title">
    <h2 id="way-title">How it is judged</h2>
    <p>${judging.independent ? 'Two checkers judge this claim independently: neither sees the other’s verdict until both are in.' : 'One checker gives a verdict, and a second person reviews it.'}</p>
    ${
      can(person, 'round.open') &&
      html`<form class="inline-form" method="post" action="/claims/${claim.id}/independence">
        ${Choice({ typed: now, name: 'independent', label: 'Judged by', options, none: asArticle, needed: true })}
        <button>Change</button>
      </form>`
    }
  </section>`
}

const Naming = ({ claim, person, people, typed }: Page) => {
  const refusal = noRoundReason(claim.state)
  return html`<section aria-labelledby="naming-title">
    <h2 id="naming-title">The two checkers</h2>
    ${
      refusal
        ? html`<p class="empty">${refusal}</p>`
        : can(person, 'round.open')
          ? html`<form class="form" method="post" action="/claims/${claim.id}/rounds">
            <p class="hint">Each is told that they are wanted, and sees only their own verdict until both are in. A verdict that was given before stays readable for both.${claim.state === 'decided' && ' The decision that is there stands until then.'}${claim.state === 'in_review' && ' The verdict that waits now stays readable, and is not reviewed.'}</p>
            ${Two({ people, typed })}
            <p class="actions"><button class="main">Ask them both</button> <a href="/claims/${claim.id}">Cancel</a></p>
          </form>`
          : html`<p class="empty">Nobody is named yet. An editor names two checkers; then they can give their verdicts.</p>`
    }
  </section>`
}

const Two = ({ people, typed }: { people: People; typed: Typed }) => html`
  <div class="row">
    ${Choice({ typed, name: 'first', label: 'First checker', options: named(people), none: 'Choose somebody', required: true })}
    ${Choice({ typed, name: 'second', label: 'Second checker', options: named(people), none: 'Choose somebody', required: true })}
  </div>`

const Open = (page: Page, round: OpenRound) => html`
  <section aria-labelledby="open-title">
    <h2 id="open-title">${Icon('lock')} Two independent verdicts are asked for</h2>
    <p><span dir="auto">${round.openedBy?.name ?? 'Stet'}</span> asked <span dir="auto">${round.first.name}</span> and <span dir="auto">${round.second.name}</span> on ${Day(round.createdAt)}. Neither sees the other’s verdict until both are in.</p>
    ${round.oneIsIn !== undefined && html`<p>${round.oneIsIn ? 'One of the two verdicts is in.' : 'Neither verdict is in yet.'}</p>`}
    ${round.mine && can(page.person, 'round.open') && html`<p class="hint">You are one of the two, so another editor changes or calls this off.</p>`}
  </section>
  ${can(page.person, 'round.change', { checkers: [round.first.id, round.second.id] }) && Changing(page, round)}`

const Changing = ({ claim, people, typed }: Page, round: OpenRound) => {
  const address = `/claims/${claim.id}/rounds/${round.id}`
  const now = fresh({ first: round.first.id, second: round.second.id }).values
  const isOther = typed.values.reason !== undefined
  const two = isOther ? { ...fresh(), values: now } : { ...typed, values: { ...now, ...typed.values } }
  const calling = { ...(isOther ? typed : fresh()), scope: 'off' }
  const all = withBoth(people, round)
  return html`<section aria-labelledby="changing-title">
      <h2 id="changing-title">Ask somebody else</h2>
      <form class="form" method="post" action="${address}/checkers">
        <p class="hint">A checker whose verdict is in stays.</p>
        ${Two({ people: all, typed: two })}
        <p class="actions"><button>Change the checkers</button></p>
      </form>
    </section>
    <section aria-labelledby="off-title">
      <h2 id="off-title">Call it off</h2>
      <form class="form" method="post" action="${address}/cancellation">
        ${Area({ typed: calling, name: 'reason', label: 'Why', required: true, rows: 2, max: 500, hint: 'The history shows it. A verdict that is in is opened to all, so ask somebody else instead where a second one may still come.' })}
        <p class="actions"><button>${Icon('ban')} Call it off</button></p>
      </form>
    </section>`
}

// Who has left since stays in the list as long as they are one of the two.
const withBoth = (people: People, { first, second }: OpenRound): People => [
  ...people,
  ...[first, second].filter(({ id }) => !people.some((one) => one.id === id)),
]

const Earlier = (claimId: number, rounds: readonly Round[]) => {
  const over = rounds.filter(({ closedAt }) => closedAt !== null)
  return (
    over.length > 0 &&
    html`<section aria-labelledby="earlier-title">
      <h2 id="earlier-title">Before</h2>
      <ul class="earlier-rounds">${over.map((round) => html`<li>${Over(claimId, round)}</li>`)}</ul>
    </section>`
  )
}

const Over = (claimId: number, round: Round) => html`
  <span dir="auto">${round.first.name}</span> and <span dir="auto">${round.second.name}</span>, ${round.closedAt && Day(round.closedAt)}:
  ${round.ended === 'both_in' ? html`<a href="/claims/${claimId}/rounds/${round.id}">both verdicts side by side</a>` : 'called off before both verdicts were in.'}`
