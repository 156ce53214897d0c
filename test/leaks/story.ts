import type { Db } from '../../db/open.ts'
import { settings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { addArticle } from '../../server/articles/article.ts'
import { type AttemptText, logAttempt } from '../../server/attempts/attempt.ts'
import { editAttempt } from '../../server/attempts/change.ts'
import { addClaim } from '../../server/claims/make.ts'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { fingerprintOf } from '../../server/reports/edition.ts'
import { freezeClaim } from '../../server/reports/freeze.ts'
import { publishReport, renewClaim, unpublishReport } from '../../server/reports/report.ts'
import { readSitePage, writeSitePage } from '../../server/site/page.ts'
import { published, typedCorrection } from '../corrections/published.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { rated } from '../verdicts/harbour.ts'

const text = 'The harbour closed on Monday. Twelve boats stayed outside. The council denied it. Nobody was hurt.'

/** An article with a claim on each of its first sentences. */
export function anArticle(db: Db, title: string, count: number): Promise<{ article: number; claims: number[] }> {
  return write(db, async (tx) => {
    const about = { title, outlet: 'The Ellery Post', byline: null, url: null, publishedOn: '2025-05-01' } as const
    const blocks = [{ kind: 'paragraph', start: 0, end: text.length } as const]
    const made = await addArticle(tx, null, { ...about, language: 'en', kind: 'article', text, blocks })
    const said = { claimant: 'The warden', claimantRole: 'Harbour office', reportedBy: null, claimedPlace: null }
    const work = { kind: 'event', priority: 2, assigneeId: null, dueOn: null } as const
    const claims: number[] = []
    for (const quote of text.split(/(?<=\.) /).slice(0, count)) {
      const quoteStart = text.indexOf(quote)
      const place = { ...made, quoteStart, quoteEnd: quoteStart + quote.length }
      claims.push(
        await addClaim(tx, null, { ...place, ...said, ...work, tags: ['harbour'], claimedOn: null, statement: quote }),
      )
    }
    return { article: made.articleId, claims }
  })
}

/** What the desk does meanwhile; `claims` are those of the story so far, which readers will see. */
export type Meanwhile = (claims: number[]) => Promise<void>

/**
 * Publishes some of everything that readers can see: a corrected claim, a withdrawn one, one brought up to date, one with a public answer,
 * a report that moved, one that was taken down, and a claim without a report. `meanwhile` happens between any two steps.
 */
export async function publishAll(news: Newsroom, meanwhile: Meanwhile): Promise<void> {
  const { db, cleo, edith } = news
  const shown: number[] = []
  const next = () => meanwhile(shown)
  await write(db, (tx) => tx.update(settings).set({ showNames: true, method: 'We *ask*.', publicSite: true }))
  const { number: version } = await readSitePage(db.reader, 'contact')
  await writeSitePage(db, edith, { page: 'contact', text: 'Write to *us*.', version })
  await next()
  const harbour = await anArticle(db, 'Port Ellery', 4)
  shown.push(...harbour.claims.slice(0, 3))
  const [closed = 0, boats = 0, denied = 0] = harbour.claims
  await next()
  const log = await aSource(db, 'Harbour log', { url: 'https://log.example/2025' })
  for (const claim of shown) await anItem(db, cleo, claim, log)
  await next()
  const first = await published(news, closed)
  await next()
  const second = await published(news, boats)
  await publishReport(db, edith, harbour.article, { slug: 'port-ellery', others: false, claims: [] })
  await next()
  await published(news, denied)
  await askPublicly(news, denied)
  await correct(news, closed, { ...typedCorrection(first), kind: 'correction' })
  await next()
  await correct(news, boats, { ...typedCorrection(second), kind: 'withdrawal' })
  await publishReport(db, edith, harbour.article, { slug: 'harbour-closed', others: false, claims: [] })
  await next()
  await bringUpToDate(news, denied, log)
  await takenDown(news, next)
  const mill = await anArticle(db, 'The mill', 1)
  await next()
  await published(news, mill.claims[0] ?? 0)
  await next()
}

type Corrected = { note: string; rationale: string; decision: number; kind: 'correction' | 'withdrawal' }

async function correct({ db, cleo, edith }: Newsroom, claim: number, corrected: Corrected): Promise<void> {
  const { kind, note, rationale, decision } = corrected
  const asked = { kind, note, rationale, ratingId: rated.halfTrue, explanation: null, decision }
  const { proposalId } = await proposeCorrection(db, cleo, claim, asked)
  await answerProposal(db, edith, proposalId, { outcome: 'approved', reason: null })
}

// Changed once, so that a form that was filled in for a first version does not touch it.
async function askPublicly({ db, cleo }: Newsroom, claimId: number): Promise<void> {
  const asked: AttemptText = {
    purpose: 'reply',
    whom: 'The council',
    way: 'email',
    asked: 'Did you deny it?',
    askedOn: '2025-05-02',
    deadlineOn: null,
    outcome: 'answered',
    answer: 'We did.',
    answeredOn: '2025-05-03',
    public: true,
  }
  const id = await logAttempt(db, cleo, { ...asked, claimId, answer: 'We do.' })
  await editAttempt(db, cleo, { ...asked, id, version: 1 })
}

async function bringUpToDate({ db, cleo, edith }: Newsroom, claim: number, source: number): Promise<void> {
  await anItem(db, cleo, claim, source, 'The council said so.')
  const { content } = await freezeClaim(db.reader, claim)
  await renewClaim(db, edith, claim, { note: 'The minutes are out.', seen: fingerprintOf(content) })
}

async function takenDown(news: Newsroom, next: () => Promise<void>): Promise<void> {
  const { db, edith } = news
  const bridge = await anArticle(db, 'The bridge', 1)
  await published(news, bridge.claims[0] ?? 0)
  await next()
  await publishReport(db, edith, bridge.article, { slug: 'the-bridge', others: false, claims: [] })
  await unpublishReport(db, edith, bridge.article, 'The article was not about us.')
}
