import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import type { CorrectionItem } from '../../server/corrections/correction.ts'
import type { CorrectionFacts, ProposalItem } from '../../server/corrections/panel.ts'
import { correctionWords } from '../../server/corrections/words.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day, When } from '../parts/when.ts'
import { BeforeAfter } from './before-after.ts'
import { EarlierChecks } from './citations.ts'
import { ProposalAnswer, ProposalBlock, PublicNote } from './proposal-block.ts'

/** A form of the panel that came back: which one, and what was typed. */
export type PanelForm =
  { form: 'publication' | 'citation'; typed: Typed } | { form: 'flag'; flag: number; typed: Typed }

type Panel = { claim: ClaimRecord; person: Person; facts: CorrectionFacts; typed?: PanelForm | undefined }

/** Whether a claim is published, what was corrected since, and what it rests on. */
export const CorrectionPanel = ({ claim, person, facts, typed }: Panel): Html => html`
  <div class="corrections" id="corrections-${claim.id}">
    ${Publication({ claim, person, facts, typed: typed?.form === 'publication' ? typed.typed : fresh() })}
    ${EarlierChecks({ claimId: claim.id, citations: facts.citations, person, typed: typed?.form === 'citation' ? typed.typed : undefined })}
  </div>`

type Published = Omit<Panel, 'typed'> & { typed: Typed }

const Publication = ({ claim, person, facts, typed }: Published) => {
  const { corrections, open, returned } = facts
  const isThere = claim.state === 'decided' || claim.state === 'published' || corrections.length > 0
  if (!isThere) return FormMessage({ typed })
  return html`<section aria-labelledby="publication-title">
    <div class="section-head">
      <h2 id="publication-title">Publication and corrections</h2>
      ${claim.state === 'published' && !open && can(person, 'proposal.make') && html`<a class="button no-print" href="/claims/${claim.id}/corrections/new">${Icon('pencil')} Ask for a correction</a>`}
    </div>
    ${FormMessage({ typed })} ${claim.state === 'decided' && ToPublish(claim, person)}
    ${claim.publishedAt && html`<p>Published ${When(claim.publishedAt)}. Exports show this decision, and it is closed against change: only a correction, with a note for readers, can alter it.</p>`}
    ${claim.state === 'published' && Readers(claim, facts.publicPath, person)} ${facts.reported > 0 && Reported(claim.id, facts.reported)} ${open && Open(open, person)} ${corrections.length > 0 && Log(corrections)} ${returned.length > 0 && Returned(returned)}
  </section>`
}

const ToPublish = (claim: ClaimRecord, person: Person) => {
  if (claim.decisionId === null)
    return html`<p class="soft">Its verdict came out of a file, and nobody here has given it. There is something to publish once somebody gives a verdict of their own.</p>`
  return can(person, 'claim.publish')
    ? html`<p class="no-print"><a class="button main" href="/claims/${claim.id}/publication">Publish the decision …</a></p>
        <p class="hint no-print">You read first what becomes public and what does not. From then on it changes only by a correction that stays visible.</p>`
    : html`<p class="soft">Decided, and not published yet. An editor publishes it.</p>`
}

const Readers = ({ id }: ClaimRecord, publicPath: string | null, person: Person) => html`
  <p class="links no-print">${publicPath ? html`<a href="${publicPath}">${Icon('file-text')} Its public page</a> <a href="${publicPath}.jsonld">ClaimReview</a>` : html`<span class="soft">It has no public page yet.</span>`} ${can(person, 'claim.publish') && html`<a href="/claims/${id}/publication">${publicPath ? 'Is it up to date?' : 'Make its public page'}</a>`}</p>`

const Reported = (claimId: number, waiting: number) => html`
  <p class="no-print"><a href="/reported?claim=${claimId}">${counted(waiting, 'error')} that readers reported ${waiting === 1 ? 'waits' : 'wait'} for an answer</a></p>`

const Open = (proposal: ProposalItem, person: Person) => html`
  <div class="proposal open" id="proposal-${proposal.id}">
    <h3>A change is proposed</h3>
    ${ProposalBlock({ proposal })} ${ProposalAnswer({ proposal, person, typed: fresh() })}
    <p class="no-print"><a href="/proposals/${proposal.id}/review">Read it beside the evidence</a></p>
  </div>`

const Log = (corrections: readonly CorrectionItem[]) => html`
  <h3>${counted(corrections.length, 'correction')}</h3>
  <ol reversed class="correction-log">${corrections.map(Correction)}</ol>`

const Correction = (item: CorrectionItem) => html`
  <li value="${item.number}" id="correction-${item.id}">
    <p><b>${correctionWords[item.kind]}</b>, ${Day(item.createdAt)}</p>
    ${PublicNote(item.note)} ${BeforeAfter(item)}
    <p class="soft">Asked for by <span dir="auto">${item.author}</span>, ${item.approver ? html`approved by <span dir="auto">${item.approver}</span>` : 'who decided alone'}.</p>
  </li>`

const Returned = (proposals: readonly ProposalItem[]) => html`
  <details class="no-print">
    <summary>${proposals.length === 1 ? 'One proposal that was returned' : `${proposals.length} proposals that were returned`}</summary>
    ${proposals.map(
      (proposal) => html`<div class="proposal" id="proposal-${proposal.id}">
        ${ProposalBlock({ proposal })}
        <p>${Icon('undo-2')} Returned by <span dir="auto">${proposal.answeredBy}</span>: <q dir="auto">${proposal.reason}</q></p>
      </div>`,
    )}
  </details>`
