import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { Preview } from '../../server/reports/preview.ts'
import { counted } from '../../server/values/count.ts'
import { type Hole, type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'
import { ClaimReport } from './claim-report.ts'

type Page = { shell: Shell; claim: ClaimRecord; preview: Preview; typed: Typed }

/** What an editor reads before publishing: the page as readers would see it, and beside it what stays and what to think of. */
export const PublishPage = ({ shell, claim, preview, typed }: Page): Html =>
  Layout({
    shell,
    title: `${titles[preview.step]} ${claimNumber(claim)}`,
    wide: true,
    main: html`${Crumb(...wayToClaim(claim))}
      <div class="publishing">
        <div class="as-readers-see-it">
          <p class="soft">As readers ${preview.step === 'nothing' ? 'see' : 'would see'} it</p>
          ${ClaimReport({ claim: preview.page })}
        </div>
        <div class="publishing-side">
          ${FormMessage({ typed })} ${Warnings(preview)} ${Markup(preview, claim)} ${Step({ claim, preview, typed })} ${Becomes(preview)} ${Stays(preview)}
        </div>
      </div>`,
  })

const titles = {
  publish: 'Publish claim',
  renew: 'Bring up to date claim',
  nothing: 'The public page of claim',
  undecided: 'Not to be published yet: claim',
}

const Step = ({ claim, preview, typed }: Omit<Page, 'shell'>): Hole => {
  if (preview.step === 'publish')
    return html`<form class="form" method="post" action="/claims/${claim.id}/publication">
      ${Hidden('decision', preview.decision ?? '')} ${Hidden('seen', preview.seen)}
      <button class="main">Publish exactly this</button>
      <p class="hint">Everybody can read it from then on. It changes only by a correction that stays visible.</p>
    </form>`
  if (preview.step === 'renew')
    return html`<form class="form" method="post" action="/claims/${claim.id}/renewal">
      <p>${preview.path ? html`Readers see <a href="${preview.path}">an older page</a>: something of it was changed here since.` : 'This claim was published before there were public pages.'}</p>
      ${Hidden('seen', preview.seen)}
      ${Area({ name: 'note', label: 'Note for readers', required: true, rows: 3, max: 1000, typed, hint: 'What was added or changed, in one or two plain sentences. It stays on the page. If the finding itself is wrong, ask for a correction instead.' })}
      <button class="main">${preview.path ? 'Bring the page up to date' : 'Make the public page'}</button>
    </form>`
  if (preview.step === 'nothing')
    return html`<p>${Icon('check')} Readers see exactly this${preview.path && html`, at <a href="${preview.path}">its public page</a>`}.</p>`
  return html`<p>This claim has no decision that can be published. <a href="/claims/${claim.id}">Back to the claim</a></p>`
}

const Warnings = ({ warnings }: Preview) =>
  warnings.length > 0 &&
  html`<section class="warnings" aria-labelledby="warnings">
    <h2 id="warnings">Think of this first</h2>
    <ul>${warnings.map((warning) => html`<li>${Icon('circle-alert')} <span>${warning}</span></li>`)}</ul>
  </section>`

const Markup = ({ markup }: Preview, claim: ClaimRecord) =>
  markup.length > 0 &&
  html`<section class="markup-advice" aria-labelledby="markup">
    <h2 id="markup">For search engines and other fact-checkers</h2>
    <ul>${markup.map(({ says, where }) => html`<li>${says} ${where && EnteredAt(claim)[where]}</li>`)}</ul>
    <p class="hint">None of this keeps you from publishing.</p>
  </section>`

const EnteredAt = ({ id, articleId, claimant }: ClaimRecord) => ({
  claim: html`<a href="/claims/${id}/edit">Edit the claim</a>`,
  claimant: claimant && html`<a href="/claimants/${claimant.id}">Enter it for ${claimant.name}</a>`,
  article: html`<a href="/articles/${articleId}/edit">Edit the article</a>`,
})

const Becomes = ({ page, showNames }: Preview) => html`
  <section aria-labelledby="becomes">
    <h2 id="becomes">Becomes public</h2>
    <ul>
      <li>the statement, the quote with the sentences around it, and what is known of the article: title, outlet, byline, date and address</li>
      <li>who said it and who reported it, with date and place${page.tags.length > 0 && html`; the tags ${page.tags.map((tag, at) => html`${at > 0 && ', '}<bdi>${tag}</bdi>`)}`}</li>
      <li>the rating with its definition, the rationale and the explanation</li>
      <li>${counted(page.evidence.length, 'piece')} of evidence: source, passage, locator and whether it was found in the kept copy; not the copy itself</li>
      <li>${page.replies.length === 0 ? 'no attempt to get a reply: none is marked as public' : `${counted(page.replies.length, 'attempt')} to get a reply marked as public, also those marked later`}</li>
      <li>${showNames ? 'the names of who checked and who reviewed, as the settings say' : 'that somebody checked and a second person reviewed, without their names'}</li>
      <li>every correction, with its note</li>
    </ul>
  </section>`

const Stays = ({ kept }: Preview) => html`
  <section aria-labelledby="stays">
    <h2 id="stays">Stays in the newsroom</h2>
    <ul>
      <li>confidential evidence: ${kept.confidential === 0 ? 'there is none' : counted(kept.confidential, 'piece')}. A source that becomes confidential later is taken off the page</li>
      <li>the discussion (${counted(kept.threads, 'thread')}) and notes on evidence (${kept.notes})</li>
      <li>drafts: ${counted(kept.verdicts, 'other verdict')}, reviews and their reasons</li>
      <li>attempts to get a reply that are not marked as public (${kept.attempts})</li>
      <li>who works on it, due dates, priority, precedents, and all other claims of the article</li>
    </ul>
  </section>`
