import type { Person } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { CorrectionFacts } from '../../server/corrections/panel.ts'
import { ClaimLine } from '../claims/claim-head.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { FlagNotes } from './flag-notes.ts'
import { CorrectionPanel, type PanelForm } from './correction-panel.ts'

type Page = { shell: Shell; claim: ClaimRecord; person: Person; facts: CorrectionFacts; typed: PanelForm | undefined }

/** The panel on a page of its own: where its forms come back to when something stands in the way. */
export const CorrectionPage = ({ shell, claim, person, facts, typed }: Page) =>
  Layout({
    shell,
    title: `Publication of claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))} ${ClaimLine(claim)}
      <h1 dir="auto">${claim.statement}</h1>
      ${FlagNotes({ flags: facts.flags, typed: typed?.form === 'flag' ? typed : undefined })}
      ${CorrectionPanel({ claim, person, facts, typed })}`,
  })
