import { write } from '../../db/write.ts'
import { addArticle } from '../../server/articles/article.ts'
import { addClaim } from '../../server/claims/make.ts'
import { addOutside } from '../../server/precedents/outside.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict, letDecide, rated } from '../verdicts/harbour.ts'

/** One claim on an article of its own, all of whose text it is. */
export function aClaim(
  { db }: Pick<Awaited<ReturnType<typeof newsroom>>, 'db'>,
  text: string,
  { claimant = null as string | null, claimedOn = null as string | null } = {},
): Promise<number> {
  return write(db, async (tx) => {
    const blocks = [{ kind: 'paragraph', start: 0, end: text.length } as const]
    const about = { title: 'A speech', outlet: null, byline: null, url: null, publishedOn: null }
    const { articleId, versionId } = await addArticle(tx, null, {
      ...about,
      language: 'en',
      kind: 'article',
      text,
      blocks,
    })
    const said = { claimant, claimantRole: null, reportedBy: null, claimedOn, claimedPlace: null }
    const work = { kind: 'event', tags: [], priority: 2, assigneeId: null, dueOn: null } as const
    const place = { articleId, versionId, quoteStart: 0, quoteEnd: text.length }
    return addClaim(tx, null, { ...place, ...said, ...work, tags: [], statement: text })
  })
}

export const truce = 'The ceasefire in Ostrava held for 30 hours before the shelling began again.'
export const truceAgain = 'In Ostrava the ceasefire held for no more than 30 hours, then the shelling began.'

/** A newsroom that has decided one claim as false, and keeps one check of another publisher. */
export async function checkedBefore() {
  const news = await newsroom()
  await letDecide(news.db, 'always')
  const decided = await aClaim(news, truce, { claimant: 'Ada Larsen', claimedOn: '2025-04-20' })
  await aVerdict(news.db, news.cleo, decided, {
    ratingId: rated.false,
    rationale: 'Shelling was heard after nine hours.',
  })
  const outside = await addOutside(news.db, news.cleo, {
    publisher: 'Check Desk',
    url: 'https://check.example/ferry',
    title: 'No, ferry fares to Westmark did not double',
    claim: 'Ferry fares to Westmark have doubled since 2020.',
    claimant: null,
    statedOn: '2025-02',
    checkedOn: '2025-03',
    ratingLabel: 'Misleading',
    ratingValue: 2,
    language: 'en',
  })
  return { ...news, decided, outside }
}
