import { partialDateWords } from '../../server/values/partial-date.ts'
import { html } from '../html.ts'

type Line = { publisher: string; ratingLabel: string; claimant: string | null; checkedOn: string | null }

/** Who checked, how it was rated, whose claim it was, and when. */
export const Checked = ({ publisher, ratingLabel, claimant, checkedOn }: Line) => html`
  <p class="soft"><span class="rating outside" dir="auto">${ratingLabel}</span> <span dir="auto">${publisher}</span>${claimant && html` · <span dir="auto">${claimant}</span>`}${checkedOn && html` · ${partialDateWords(checkedOn)}`}</p>`
