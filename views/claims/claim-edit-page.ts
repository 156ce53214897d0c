import type { Choices } from '../../server/claims/choices.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import type { Context } from '../../server/claims/context.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { ClaimFields } from './claim-fields.ts'
import { QuoteInContext } from './quote-in-context.ts'

type Edit = { shell: Shell; claim: ClaimRecord; context: Context; choices: Choices; typed: Typed }

/** The form a claim is edited with; after a lost race it also shows what a colleague saved, and saves over it. */
export const ClaimEditPage = ({ shell, claim, context, choices, typed }: Edit): Html =>
  Layout({
    shell,
    title: `Edit claim ${claimNumber(claim)}`,
    main: html`
      ${Crumb(...wayToClaim(claim))}
      <h1>Edit claim ${claimNumber(claim)}</h1>
      <form class="form claim-form wide" method="post" action="/claims/${claim.id}">
        <div class="said-first">${FormMessage({ typed })}</div>
        <div class="about-quote">
          ${QuoteInContext({ context, language: claim.language })}
          <p class="hint">The quote belongs to its place in the frozen text and stays as it is. Is another passage meant? Make a new claim of it, and set this one aside.</p>
        </div>
        <div>
          ${Hidden('version', versionOf(typed))}
          ${ClaimFields({ typed, choices })}
          <p class="actions">
            <button class="main">${typed.theirs ? 'Save mine over theirs' : 'Save'}</button>
            <a href="/claims/${claim.id}">Cancel</a>
          </p>
        </div>
      </form>`,
  })
