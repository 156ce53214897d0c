import type { Person } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { ProposalItem } from '../../server/corrections/panel.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import type { Typed } from '../parts/typed.ts'
import { ProposalAnswer, ProposalBlock } from './proposal-block.ts'

type Page = { shell: Shell; claim: ClaimRecord; proposal: ProposalItem; person: Person; ledger: Html; typed: Typed }

/** A proposed change of a published decision with the claim and its evidence, to be approved or returned. */
export const ProposalPage = ({ shell, claim, proposal, person, ledger, typed }: Page) =>
  Layout({
    shell,
    title: `Proposed change of claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))}
      <h1>Review a proposed change</h1>
      <p class="judged-statement" dir="auto">${claim.statement}</p>
      <section class="proposal ${proposal.outcome === null && 'open'}" aria-labelledby="proposal-title">
        <h2 class="unseen" id="proposal-title">What is proposed</h2>
        <h3>${titles[proposal.outcome ?? 'open']}</h3>
        ${ProposalBlock({ proposal })}
        ${proposal.outcome === 'returned' && html`<p>Returned by <span dir="auto">${proposal.answeredBy}</span>: <q dir="auto">${proposal.reason}</q></p>`}
        ${ProposalAnswer({ proposal, person, typed })}
      </section>
      ${ledger}`,
  })

const titles = { open: 'Waiting for an answer', approved: 'Approved', returned: 'Returned' }
