import type { Pair } from '../../server/rounds/states.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { html } from '../html.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

/** Whom two verdicts wait for, for those who cannot settle them. */
export const WaitsFor = ({ pair, typed }: { pair: Pair<VerdictItem>; typed: Typed }) => html`
  <section class="settling" aria-labelledby="settling-title">
    <h2 id="settling-title">${pair.same ? 'They agree' : 'They differ'}</h2>
    ${FormMessage({ typed })}
    <p class="empty">${pair.same ? 'A checker or editor confirms the rating, and chooses whose rationale stands.' : 'An editor who gave neither of them decides, and says why they differed.'}</p>
  </section>`
