import { confidentialDefinition, primaryDefinition, sourceKindWords, sourceKinds } from '../../server/sources/words.ts'
import { type Html, html } from '../html.ts'
import { Choice, Field, Tick, worded } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'

type Shown = { typed: Typed; needed?: boolean }

/** Everything about a source that people type; `needed` where a source is only made when none was chosen. */
export const SourceFields = ({ typed, needed = false }: Shown): Html => html`
  ${Field({ typed, name: 'url', label: 'Address', type: 'url', hint: 'Leave it empty for what is not on the web, such as an interview or a paper document.' })}
  ${Field({ typed, name: 'title', label: 'Title', required: !needed, needed, max: 300, hint: 'What stands on it, or what you would call it in a footnote.' })}
  <div class="row">
    ${Choice({ typed, name: 'kind', label: 'Kind', required: !needed, needed, none: 'Choose…', options: kinds })}
    ${Field({ typed, name: 'publishedOn', label: 'Date', max: 10, placeholder: '2025-04-23', hint: 'As much as is known: 2025, 2025-04 or 2025-04-23.' })}
  </div>
  ${Tick({ typed, name: 'primary', label: 'Primary source', hint: primaryDefinition })}
  ${Field({ typed, name: 'publisher', label: 'Publisher', max: 200 })}
  ${needed ? More(typed) : Rest(typed)}
  ${Tick({ typed, name: 'confidential', label: 'Confidential', hint: confidentialDefinition })}`

const Rest = (typed: Typed) => html`
  ${Field({ typed, name: 'author', label: 'Author', max: 200 })}
  ${Field({ typed, name: 'archivedUrl', label: 'Address of an archived copy', type: 'url', hint: 'A copy that stays when the original changes or goes, such as one at archive.org.' })}
  ${Field({ typed, name: 'origin', label: 'Its information comes from', max: 300, hint: 'An agency, a press release, another report: its name, or the address of its page here, such as /sources/12. Sources of one origin count as one.' })}
  ${Field({ typed, name: 'interest', label: 'Interest', max: 1000, hint: 'What the source stands to gain if it is believed: money, votes, reputation.' })}`

// Where a source is made on the way to something else, what is rarely known at once waits behind a line; never when it holds something.
const More = (typed: Typed) => html`
  <details class="field more" ${rest.some((name) => valueOf(typed, name) || typed.problems[name]) && html`open`}>
    <summary>Author, archived copy, origin, interest</summary>
    ${Rest(typed)}
  </details>`

const rest = ['author', 'archivedUrl', 'origin', 'interest']

const kinds = worded(sourceKinds, sourceKindWords)
