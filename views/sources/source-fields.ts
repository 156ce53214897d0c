import {
  confidentialDefinition,
  primaryDefinition,
  sourceKindWords,
  sourceKinds,
  tellerWords,
} from '../../server/sources/words.ts'
import type { Guess } from '../../server/sources/metadata.ts'
import { type Html, html } from '../html.ts'
import { Choice, Field, Tick, worded } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'

type Filled = Record<string, Guess>
type Shown = { typed: Typed; needed?: boolean; filled?: Filled; fetch?: Html }

/**
 * Everything about a source that people type; `needed` where a source is only made when none was chosen. `filled` says where
 * the program found what stands in a field; `fetch` is what fetches the address.
 */
export const SourceFields = ({ typed, needed = false, filled = {}, fetch }: Shown): Html => html`
  ${Field({ typed, name: 'url', label: 'Address', hint: 'Or a DOI. Leave it empty for what is not on the web, such as an interview or a paper document.' })}
  ${fetch}
  ${Field({ typed, name: 'title', label: 'Title', required: !needed, needed, max: 300, hint: html`What stands on it, or what you would call it in a footnote. ${Found(filled.title)}` })}
  <div class="row">
    ${Choice({ typed, name: 'kind', label: 'Kind', required: !needed, needed, none: 'Choose…', options: kinds, hint: Found(filled.kind) })}
    ${Field({ typed, name: 'publishedOn', label: 'Date', max: 40, placeholder: '2025-04-23', hint: html`As much as is known: 23 April 2025, 2025-04 or 2025. ${Found(filled.publishedOn)}` })}
  </div>
  ${Tick({ typed, name: 'primary', label: 'Primary source', hint: primaryDefinition })}
  ${Field({ typed, name: 'publisher', label: 'Publisher', max: 200, hint: Found(filled.publisher) })}
  ${needed ? More(typed) : Rest(typed, filled)}
  ${Tick({ typed, name: 'confidential', label: 'Confidential', hint: confidentialDefinition })}`

const Rest = (typed: Typed, filled: Filled = {}) => html`
  ${Field({ typed, name: 'author', label: 'Author', max: 200, hint: Found(filled.author) })}
  ${Field({ typed, name: 'archivedUrl', label: 'Address of an archived copy', type: 'url', hint: 'A copy that stays when the original changes or goes, such as one at archive.org.' })}
  ${Field({ typed, name: 'origin', label: 'Its information comes from', max: 300, hint: 'An agency, a press release, another report: its name, or the address of its page here, such as /sources/12. Sources of one origin count as one.' })}
  ${Field({ typed, name: 'interest', label: 'Interest', max: 1000, hint: 'What the source stands to gain if it is believed: money, votes, reputation.' })}
  <div class="row">
    ${Field({ typed, name: 'language', label: 'Language', max: 50, hint: html`Its English name or its tag, such as pt-BR. ${Found(filled.language)}` })}
    ${Field({ typed, name: 'doi', label: 'DOI', max: 300, placeholder: '10.1000/182', hint: Found(filled.doi) })}
    ${Field({ typed, name: 'isbn', label: 'ISBN', max: 60, hint: Found(filled.isbn) })}
  </div>`

// Beside the field, for the person to judge.
const Found = (guess: Guess | undefined): Html | undefined =>
  guess && html`<span class="filled-in">Filled in ${tellerWords[guess.from]}.</span>`

// Where a source is made on the way to something else, what is rarely known at once waits behind a line; never when it holds something.
const More = (typed: Typed) => html`
  <details class="field more" ${rest.some((name) => valueOf(typed, name) || typed.problems[name]) && html`open`}>
    <summary>Author, archived copy, origin, interest, language, DOI, ISBN</summary>
    ${Rest(typed)}
  </details>`

const rest = ['author', 'archivedUrl', 'origin', 'interest', 'language', 'doi', 'isbn']

const kinds = worded(sourceKinds, sourceKindWords)
