import type { PublicChange } from '../../server/reports/public.ts'
import { type Html, html } from '../html.ts'

type Content = { change: PublicChange; url: string }

/** What a feed says of one change: of a publication the finding, of a change what readers were told. */
export const EntryContent = ({ change, url }: Content): Html => html`
${change.note !== null && html`<p>${change.note}</p>`}
${change.claim.state === 'withdrawn' ? html`<p>We no longer stand by what we published on this claim.</p>` : change.why === 'published' && Finding(change)}
<blockquote lang="${change.claim.article.language}"><p>${change.claim.quote}</p></blockquote>
<p>${Said(change)}<a href="${url}">${change.claim.state === 'withdrawn' ? 'The page with all that was said about it' : 'The whole check with its evidence'}</a></p>`

const Finding = ({ claim: { rating, rationale } }: PublicChange) =>
  rating && html`<p><strong>${rating.label}.</strong> ${rationale}</p>`

const Said = ({ claim: { claimant, article } }: PublicChange) =>
  html`${claimant && html`${claimant.name}${claimant.role && html`, ${claimant.role}`}. `}In: <cite>${article.title}</cite>${article.outlet && html`, ${article.outlet}`}. `
