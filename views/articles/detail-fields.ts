import { languages } from '../../server/articles/languages.ts'
import { articleKindWords, articleKinds } from '../../server/articles/words.ts'
import { html } from '../html.ts'
import { Choice, Field, Tick, worded } from '../parts/field.ts'
import { type Typed, fieldId } from '../parts/typed.ts'

/** A rating scale that the claims of an article can be judged by. */
export type OfferedScale = { key: string; name: string; inForce: boolean }

type Wanted = {
  scales: readonly OfferedScale[]
  typed: Typed
  titleHint?: string
  languageHint: string
  isNew: boolean
}

/** The fields for what is known about an article besides its text; of a new one, the address stands with the text. */
export const DetailFields = ({ scales, typed, titleHint, languageHint, isNew }: Wanted) => html`
  ${Field({ name: 'title', label: 'Title', typed, hint: titleHint, required: true })}
  <div class="row">
    ${Field({ name: 'outlet', label: 'Outlet', typed, hint: 'Who published it.' })}
    ${Field({ name: 'byline', label: 'Byline', typed, hint: 'Who wrote or said it.' })}
  </div>
  ${!isNew && AddressField(typed)}
  <div class="row">
    ${Field({ name: 'publishedOn', label: 'Date', typed, hint: 'As much as is known: 23 April 2025, 2025-04 or 2025.', placeholder: '2025-04-23' })}
    ${Choice({ name: 'kind', label: 'Kind', typed, required: true, options: worded(articleKinds, articleKindWords) })}
  </div>
  ${Field({ name: 'language', label: 'Language', typed, list: `${fieldId(typed, 'language')}-list`, hint: languageHint, required: !isNew })}
  <datalist id="${fieldId(typed, 'language')}-list">
    ${Object.entries(languages).map(([tag, name]) => html`<option value="${tag}">${name}</option>`)}
  </datalist>
  ${scales.length > 1 && Scale(scales, typed)}
  ${Tick({ name: 'independent', label: 'Two checkers judge each claim independently', typed, hint: 'Neither sees the other’s verdict until both are in. It can be set otherwise for a single claim.' })}`

/** Where the article can be read. */
export const AddressField = (typed: Typed) =>
  Field({ name: 'url', label: 'Address', typed, type: 'url', hint: 'Where it can be read.', placeholder: 'https://' })

// A newsroom with a single scale has nothing to choose.
const Scale = (scales: readonly OfferedScale[], typed: Typed) => {
  const usual = scales.find(({ inForce }) => inForce)
  return Choice({
    name: 'scale',
    label: 'Rating scale',
    typed,
    none: `The newsroom’s${usual ? `: ${usual.name}` : ''}`,
    options: scales.map(({ key, name }) => ({ value: key, label: name })),
    hint: 'What verdicts on its claims are given by from now on. Those that were given keep their ratings.',
  })
}
