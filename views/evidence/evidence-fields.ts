import { type Stance, stanceDefinitions, stanceWords, stances } from '../../server/evidence/words.ts'
import { type Html, html } from '../html.ts'
import { Area, Field, Theirs, saidAs } from '../parts/field.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'
import { StanceMark } from './stance-mark.ts'

/** What a piece of evidence says: stance, passage, place and note. */
export const EvidenceFields = ({ typed }: { typed: Typed }): Html => html`
  ${StanceChoice(typed)}
  ${Area({ typed, name: 'passage', label: 'Passage', needed: true, rows: 4, hint: 'Word for word, as it stands in the source. Without a passage, write a note.' })}
  ${Field({ typed, name: 'locator', label: 'Where in the source', max: 300, hint: 'So that a colleague finds it: “p. 12”, “table 3”, “00:14:20”.' })}
  ${Area({ typed, name: 'note', label: 'Note', hint: 'What the source shows, in your words, and what speaks against relying on it.' })}`

const StanceChoice = (typed: Typed) => {
  const problem = typed.problems.stance
  return html`
    <fieldset class="field choices ${problem && 'wrong'}">
      <legend>Stance</legend>
      ${stances.map((stance) => StanceOption(stance, typed))}
      ${problem && html`<p class="problem">${problem}</p>`}
      ${Theirs({ name: 'stance', typed }, saidAs(stanceWords))}
    </fieldset>`
}

// The first has the name of the field for its id, so that a message about the field leads there.
function StanceOption(stance: Stance, typed: Typed): Html {
  const id = stance === stances[0] ? fieldId(typed, 'stance') : `${fieldId(typed, 'stance')}-${stance}`
  return html`
    <div class="choice">
      <input type="radio" name="stance" value="${stance}" id="${id}" required ${valueOf(typed, 'stance') === stance && html`checked`} ${typed.problems.stance && html`aria-invalid="true"`} aria-describedby="${id}-meaning" />
      <div><label for="${id}">${StanceMark(stance)}</label> <span class="hint" id="${id}-meaning">${stanceDefinitions[stance]}</span></div>
    </div>`
}
