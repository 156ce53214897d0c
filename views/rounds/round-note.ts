import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Judging, OpenRound, Round } from '../../server/rounds/round.ts'
import { type Pair, pairOf } from '../../server/rounds/states.ts'
import { differenceWords } from '../../server/rounds/words.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'

type Shown = { claimId: number; judging: Judging; verdicts: readonly VerdictItem[]; person: Person }

/** How two checkers judge a claim, as far as the viewer may know of it; nothing where one judges it. `verdicts` newest first. */
export const RoundNote = ({ claimId, judging, verdicts, person }: Shown): Html | false => {
  const { open, closed, independent } = judging
  if (open) return Open({ claimId, round: open })
  const pair = closed && pairOf(closed, verdicts)
  if (closed && pair)
    return pair.settled ? Settled({ claimId, round: closed, pair, person }) : Both({ claimId, round: closed, pair })
  return independent && NoneNamed(claimId, person)
}

const NoneNamed = (claimId: number, person: Person) => html`
  <div class="round-note">
    <p>Two checkers judge this claim independently. ${can(person, 'round.open') ? 'Name them, so that they can begin.' : 'An editor names them first.'}</p>
    ${can(person, 'round.open') && html`<p class="no-print"><a class="button" href="/claims/${claimId}/rounds">${Icon('user')} Name two checkers</a></p>`}
  </div>`

const Open = ({ claimId, round }: { claimId: number; round: OpenRound }) => html`
  <div class="round-note">
    ${round.mine ? Mine(round) : html`<p>${Icon('lock')} <span dir="auto">${round.first.name}</span> and <span dir="auto">${round.second.name}</span> judge this claim independently: neither sees the other’s verdict. Both are opened when the second one is in.</p>`}
    ${round.oneIsIn !== undefined && html`<p class="soft">${round.oneIsIn ? 'One of the two verdicts is in.' : 'Neither verdict is in yet.'} <a class="no-print" href="/claims/${claimId}/rounds">Change who judges it</a></p>`}
  </div>`

const Mine = ({ mineIsIn }: OpenRound) => html`
  <p>${Icon('lock')} You and a second checker judge this claim independently: neither of you sees the other’s verdict until both are in.</p>
  <p class="soft">${mineIsIn ? 'Yours is in, and only you see it. Until both are open you can give another, which takes its place.' : 'Yours is still wanted. Please do not discuss the rating until then.'}</p>`

type Closed = { claimId: number; round: Round; pair: Pair<VerdictItem> }

const Both = ({ claimId, round, pair }: Closed) => html`
  <div class="round-note waiting">
    <h3>Two independent verdicts are in</h3>
    ${Ratings(pair)}
    <p>${pair.same ? 'They give the same rating. Somebody reads both rationales, and confirms one.' : 'They differ. An editor who gave neither of them decides.'}</p>
    <p class="no-print"><a class="button main" href="/claims/${claimId}/rounds/${round.id}">Read them side by side</a></p>
  </div>`

const Ratings = ({ first, second }: Pair<VerdictItem>) => html`
  <ul class="round-ratings">
    ${[first, second].map(({ rating, author }) => html`<li>${RatingBadge(rating)} <span class="soft" dir="auto">${author.name}</span></li>`)}
  </ul>`

const Settled = ({ claimId, round, pair, person }: Closed & { person: Person }) => html`
  <div class="round-note">
    <h3>${round.adjudication ? 'Two independent verdicts differed' : 'Two independent verdicts agreed'}</h3>
    ${Ratings(pair)}
    ${round.adjudication && html`<p><strong>${differenceWords[round.adjudication.difference]}.</strong> <span dir="auto">${round.adjudication.note}</span> <span class="soft">Settled by <span dir="auto">${round.adjudication.by.name}</span>, ${Day(round.adjudication.createdAt)}.</span></p>`}
    ${OwnFate({ round, pair, person })}
    <p class="no-print"><a href="/claims/${claimId}/rounds/${round.id}">Both side by side</a></p>
  </div>`

/** What became of the viewer's own verdict of two that differed; nothing for others. */
export const OwnFate = ({ round, pair, person }: { round: Round; pair: Pair<VerdictItem>; person: Person }) => {
  const own = [pair.first, pair.second].find(({ author }) => author.id === person.id)
  if (!own || !round.adjudication) return false
  return own.id === round.adjudication.verdictId
    ? html`<p class="own-fate">${Icon('check')} Your verdict stands.</p>`
    : html`<p class="own-fate">Yours was ${RatingBadge(own.rating)}; another one stands.</p>`
}
