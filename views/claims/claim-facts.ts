import type { ClaimRecord, Claimant } from '../../server/claims/claim.ts'
import { kindWords, priorityWords } from '../../server/claims/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Hole, type Html, html } from '../html.ts'
import { Day } from '../parts/when.ts'

/** Who said it, who carried it, when and where. */
export const SaidFacts = (claim: ClaimRecord): Html => html`
  ${Fact('Who said it', claim.claimant ? Who(claim.claimant) : html`<span class="soft">Nobody is named yet</span>`)}
  ${Fact('Reported by', claim.reportedBy && Who(claim.reportedBy))}
  ${Fact('Said on', claim.claimedOn && DateWords(claim.claimedOn))}
  ${Fact('Said where', claim.claimedPlace && html`<span dir="auto">${claim.claimedPlace}</span>`)}
  ${Fact('Kind', kindWords[claim.kind])}`

/** How the claim is filed and worked on. */
export const WorkFacts = (claim: ClaimRecord): Html => html`
  ${Fact('Tags', claim.tags.length > 0 && claim.tags.map((tag, index) => html`${index > 0 && ', '}<a href="/claims?tag=${encodeURIComponent(tag)}" dir="auto">${tag}</a>`))}
  ${Fact('Priority', priorityWords[claim.priority])}
  ${Fact('Assigned to', claim.assignee ? html`<span dir="auto">${claim.assignee.name}</span>` : html`<span class="soft">Nobody yet</span>`)}
  ${Fact('Due', claim.dueOn && DateWords(claim.dueOn))}
  ${Fact('Added', Day(claim.createdAt))}
  ${claim.changedAt !== claim.createdAt && Fact('Changed', Day(claim.changedAt))}`

const Fact = (name: string, value: Hole) => value && html`<dt>${name}</dt><dd>${value}</dd>`

const Who = ({ id, name, role }: Claimant) =>
  html`<a href="/claimants/${id}" dir="auto">${name}</a>${role && html`, <span dir="auto">${role}</span>`}`

const DateWords = (date: string) => html`<time datetime="${date}">${partialDateWords(date)}</time>`
