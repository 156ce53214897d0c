import type { Attempt } from '../../server/attempts/attempt.ts'
import {
  attemptOutcomes,
  attemptPurposes,
  attemptWays,
  outcomeWords,
  purposeWords,
  wayWords,
} from '../../server/attempts/words.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { Area, Choice, Field, FormMessage, Hidden, Tick, worded } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { AttemptItem } from './attempt-item.ts'

type Page = { shell: Shell; claim: ClaimRecord; title: string; form: Html }

/** A form about an attempt as a page, under the claim it is about. */
export const AttemptPage = ({ shell, claim, title, form }: Page) =>
  Layout({
    shell,
    title: `${title} · claim ${claimNumber(claim)}`,
    main: html`
      ${Crumb(...wayToClaim(claim))}
      <h1>${title}</h1>
      <p class="about-claim" dir="auto">${claim.statement}</p>
      ${form}`,
  })

type Form = { action: string; claimId: number; typed: Typed; send: string }

/** The form to note an attempt, or to change what is known of one. */
export const AttemptForm = ({ action, claimId, typed, send }: Form): Html => html`
  <form class="form" method="post" action="${action}">
    ${FormMessage({ typed })} ${Fields(typed)} ${versionOf(typed) !== '' && Hidden('version', versionOf(typed))}
    <p class="actions"><button class="main">${typed.theirs?.version ? 'Save mine over theirs' : send}</button> <a href="/claims/${claimId}#attempts-${claimId}">Cancel</a></p>
  </form>`

const Fields = (typed: Typed) => html`
  <div class="row">
    ${Choice({ typed, name: 'purpose', label: 'Why', required: true, options: worded(attemptPurposes, purposeWords), hint: 'Their side of the claim, or that they correct what they published.' })}
    ${Field({ typed, name: 'whom', label: 'Whom', required: true, max: 300, hint: 'A person or an office, with their part in it.' })}
  </div>
  <div class="row">
    ${Choice({ typed, name: 'way', label: 'How', required: true, options: worded(attemptWays, wayWords) })}
    ${Field({ typed, name: 'askedOn', label: 'Asked on', type: 'date', required: true })}
    ${Field({ typed, name: 'deadlineOn', label: 'Answer due by', type: 'date' })}
  </div>
  ${Area({ typed, name: 'asked', label: 'What was asked', max: 5_000, hint: 'The questions as they were put. What should not stay here can be edited away: the history keeps only a fingerprint of this entry.' })}
  <div class="row">
    ${Choice({ typed, name: 'outcome', label: 'What came of it', required: true, options: worded(attemptOutcomes, outcomeWords) })}
    ${Field({ typed, name: 'answeredOn', label: 'Answered on', type: 'date' })}
  </div>
  ${Area({ typed, name: 'answer', label: 'The answer', max: 10_000, hint: 'In their words where you can.' })}
  ${Tick({ typed, name: 'public', label: 'May be shown in what is published', hint: 'Whom you asked, when, and what they answered.' })}`

/** The form to withdraw an entry, with the entry itself above the reason. */
export const WithdrawAttempt = ({ attempt, typed }: { attempt: Attempt; typed: Typed }): Html => html`
  <form class="form" method="post" action="/attempts/${attempt.id}/withdrawal">
    ${FormMessage({ typed })}
    <ul class="attempts">${AttemptItem({ attempt, today: attempt.askedOn })}</ul>
    ${Area({ typed, name: 'reason', label: 'Why', required: true, max: 1_000, hint: 'It no longer counts, but stays readable at the end of the log, with this reason.' })}
    <p class="actions"><button class="main">Withdraw</button> <a href="/claims/${attempt.claimId}#attempts-${attempt.claimId}">Cancel</a></p>
  </form>`

/** The form to erase the texts of an entry, with the entry itself above. */
export const EraseAttempt = ({ attempt, typed }: { attempt: Attempt; typed: Typed }): Html => html`
  <form class="form" method="post" action="/attempts/${attempt.id}/erasure">
    ${FormMessage({ typed })}
    <ul class="attempts">${AttemptItem({ attempt, today: attempt.askedOn })}</ul>
    <p>Whom you asked, what you asked, the answer, and why it was withdrawn are gone for good; nobody can bring them back from here. That somebody was asked, how and when stays, and so does the history. Backups made before keep the text.</p>
    <p class="actions"><button class="main">Erase this text for good</button> <a href="/claims/${attempt.claimId}#attempts-${attempt.claimId}">Cancel</a></p>
  </form>`
