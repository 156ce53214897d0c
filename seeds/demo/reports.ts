import { readArticle } from '../../server/articles/article.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { publishReport, reportToPublish } from '../../server/reports/report.ts'
import { changePublicPages, readPublicPages } from '../../server/settings/public-pages.ts'
import { type Stage, personOf } from './newsroom.ts'
import type { Told } from './take-in.ts'

const method = `We check what many people will act on, whoever said it. Each claim is looked at by one of us and read by a second one, who can send it back.

- We look for the **primary source** first and say so when there is none.
- We quote what supports a claim beside what refutes it.
- Whoever made a claim is asked for their side before we publish.

Did we get something wrong? Write to the desk at the town hall steps; we answer within two days.`

/** The newsroom says how it checks, and publishes the report of each article of which more than one decision is published; one stands by itself. */
export async function publishReports(stage: Stage, told: readonly Told[]): Promise<void> {
  const { db, clock } = stage
  const admin = personOf(stage, 'marguerite')
  clock.pass()
  const { version } = await readPublicPages(db.reader)
  await changePublicPages(db, admin, { showNames: true, method, version })
  const claims = await Promise.all(told.map(({ id }) => readClaim(db.reader, id)))
  const published = claims.filter(({ state }) => state === 'published')
  const several = [...Map.groupBy(published, ({ articleId }) => articleId)].filter(
    ([, decisions]) => decisions.length > 1,
  )
  for (const [articleId] of several) {
    const { slug } = await reportToPublish(db.reader, await readArticle(db.reader, articleId))
    clock.pass()
    await publishReport(db, admin, articleId, { slug, others: true, claims: [] })
  }
}
