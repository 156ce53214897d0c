import type { Choices } from '../../server/claims/choices.ts'
import {
  claimKinds,
  claimantKindWords,
  claimantKinds,
  kindWords,
  priorities,
  priorityWords,
} from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { Area, Choice, Field, named, worded } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

type Fields = { typed: Typed; choices: Choices }

const kindOptions = worded(claimKinds, kindWords)
const claimantKindOptions = worded(claimantKinds, claimantKindWords)
const priorityOptions = worded(priorities, priorityWords)

/** Everything about a claim that people fill in, when it is made and when it is edited. */
export const ClaimFields = ({ typed, choices }: Fields): Html => html`
    ${Area({ typed, name: 'statement', label: 'Statement', required: true, rows: 3, max: 1000, hint: 'One checkable sentence that stands alone: put names for “he”, dates for “this week”, and leave out who says so.' })}
    <fieldset class="part">
      <legend>Who said it</legend>
      <div class="row three">
        ${Field({ typed, name: 'claimant', label: 'Claimant', list: 'known-claimants', max: 200, hint: 'The name alone' })}
        ${Field({ typed, name: 'claimantRole', label: 'Role', list: 'known-roles', max: 200, hint: 'At the time of saying it' })}
        ${Choice({ typed, name: 'claimantKind', label: 'Person or organisation', options: claimantKindOptions, none: 'Not said here', hint: 'Leave it if it is known already: nothing is guessed' })}
      </div>
      <div class="row three">
        ${Field({ typed, name: 'reportedBy', label: 'Reported by', list: 'known-claimants', max: 200, hint: 'Who carried it, if not the claimant' })}
        ${Field({ typed, name: 'claimedOn', label: 'Said on', max: 40, placeholder: '2025-04-23', hint: 'Or 2025-04, or 2025' })}
        ${Field({ typed, name: 'claimedPlace', label: 'Said where', max: 300, hint: 'A speech, a broadcast, a post' })}
      </div>
    </fieldset>
    <fieldset class="part">
      <legend>How it is worked on</legend>
      <div class="row three">
        ${Choice({ typed, name: 'kind', label: 'Kind', options: kindOptions, required: true })}
        ${Choice({ typed, name: 'priority', label: 'Priority', options: priorityOptions, required: true })}
        ${Field({ typed, name: 'dueOn', label: 'Due', type: 'date' })}
      </div>
      <div class="row">
        ${Choice({ typed, name: 'assignee', label: 'Assigned to', options: named(choices.people), none: 'Nobody yet' })}
        ${Field({ typed, name: 'tags', label: 'Tags', list: 'known-tags', max: 1000, hint: 'Separated by commas' })}
      </div>
    </fieldset>
    ${Known('known-claimants', choices.names)} ${Known('known-roles', choices.roles)}
    ${Known('known-tags', choices.tags)}`

const Known = (id: string, texts: readonly string[]) =>
  html`<datalist id="${id}">${texts.map((text) => html`<option value="${text}"></option>`)}</datalist>`
