import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { addArticle } from '../../server/articles/article.ts'
import { addClaim } from '../../server/claims/make.ts'
import { addEvidence } from '../../server/evidence/evidence.ts'
import { type NewSource, addSource } from '../../server/sources/source.ts'

const text = 'The harbour closed on Monday. Twelve boats stayed outside. The council denied it.'

/** An article with as many open claims as asked for, one a sentence. */
export function harbour(db: Db, count = 1): Promise<{ article: number; claims: number[] }> {
  return write(db, async (tx) => {
    const block = { kind: 'paragraph', start: 0, end: text.length } as const
    const about = { title: 'Port Ellery', outlet: null, byline: null, url: null, publishedOn: null } as const
    const article = { ...about, language: 'en', kind: 'article', text, blocks: [block] } as const
    const { articleId, versionId } = await addArticle(tx, null, { ...article, blocks: [block] })
    const claims: number[] = []
    for (const quote of text.split(/(?<=\.) /).slice(0, count)) {
      const quoteStart = text.indexOf(quote)
      const place = { articleId, versionId, quoteStart, quoteEnd: quoteStart + quote.length }
      const said = { claimant: null, claimantRole: null, reportedBy: null, claimedOn: null, claimedPlace: null }
      const work = { kind: 'event', tags: [], priority: 2, assigneeId: null, dueOn: null } as const
      claims.push(await addClaim(tx, null, { ...place, ...said, ...work, tags: [], statement: quote }))
    }
    return { article: articleId, claims }
  })
}

const unknown = {
  url: null,
  archivedUrl: null,
  publisher: null,
  author: null,
  publishedOn: null,
  interest: null,
  origin: null,
}

/** A source with that title, public and not primary unless said otherwise. */
export const aSource = (db: Db, title: string, more: Partial<NewSource> = {}): Promise<number> =>
  write(db, (tx) =>
    addSource(tx, null, { ...unknown, title, kind: 'record', primary: false, confidential: false, ...more }),
  )

/** Evidence from the source on the claim. */
export const anItem = (db: Db, actor: Person, claimId: number, sourceId: number, passage = 'Closed on Monday.') =>
  write(db, (tx) =>
    addEvidence(tx, actor, { claimId, sourceId, stance: 'supports', passage, locator: null, note: null }),
  )

/** What is typed into the form of a new source. */
export const typedSource = {
  title: 'Harbour log',
  url: 'https://log.example/2025?day=12',
  archivedUrl: 'https://archive.example/log',
  publisher: 'Harbour office',
  author: 'The warden',
  publishedOn: '2025-05',
  kind: 'record',
  primary: 'yes',
  interest: 'Paid by the council',
}

/** What is typed into the form of evidence from a new source. */
export const typedEvidence = {
  ...typedSource,
  source: 'new',
  source_q: '',
  stance: 'supports',
  passage: 'Gates shut at six.',
  locator: 'p. 12',
  note: 'Signed by the warden.',
}
