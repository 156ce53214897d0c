import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ProposalItem } from '../../server/corrections/panel.ts'
import { correctionMeanings, correctionWords } from '../../server/corrections/words.ts'
import { html } from '../html.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'
import { When } from '../parts/when.ts'
import { BeforeAfter } from './before-after.ts'

/** What somebody asks to have changed: the kind, the note for readers, and both texts. */
export const ProposalBlock = ({ proposal }: { proposal: ProposalItem }) => html`
  <p><b>${correctionWords[proposal.kind]}.</b> <span class="soft">${correctionMeanings[proposal.kind]}</span></p>
  ${PublicNote(proposal.note)} ${BeforeAfter(proposal)}
  <p class="soft">Asked for by <span dir="auto">${proposal.author.name}</span>, ${When(proposal.createdAt)}.</p>`

/** What readers are told of a correction. */
export const PublicNote = (note: string) => html`<blockquote class="public-note" dir="auto">${note}</blockquote>`

type Answered = { proposal: ProposalItem; person: Person; typed: Typed }

/** An editor's answer to a proposal, for those who may give one; for who asked, what happens next. */
export const ProposalAnswer = ({ proposal, person, typed }: Answered) => {
  if (proposal.outcome) return FormMessage({ typed })
  if (!can(person, 'proposal.answer', { authorId: proposal.author.id }))
    return html`<p class="hint">${proposal.author.id === person.id ? 'Another editor approves it or returns it to you. Until then the published decision stands.' : 'An editor approves or returns it. Until then the published decision stands.'}</p>`
  const scoped = { ...typed, scope: `proposal-${proposal.id}` }
  const action = `/proposals/${proposal.id}/review`
  return html`<div class="review no-print">
    ${FormMessage({ typed: scoped })}
    <form method="post" action="${action}">
      ${Hidden('outcome', 'approved')}
      <button class="main">${Icon('check')} Approve</button>
      <span class="hint">It takes effect at once, with both your names. Claims that may rest on this one are flagged.</span>
    </form>
    <details ${(typed.problems.reason !== undefined || typed.values.reason) && html`open`}>
      <summary>Return it with a reason</summary>
      <form method="post" action="${action}">
        ${Hidden('outcome', 'returned')}
        ${Area({ name: 'reason', label: 'What is missing or wrong', typed: scoped, required: true, max: 1000, hint: 'Whoever asked for it and the history see it.' })}
        <button>${Icon('undo-2')} Return</button>
      </form>
    </details>
  </div>`
}
