import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { assignClaim } from '../../server/claims/assignment.ts'
import { readDesk } from '../../server/desk/desk.ts'
import { approveVerdict, returnVerdict } from '../../server/verdicts/review.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict } from '../verdicts/harbour.ts'

async function threeClaims() {
  const news = await newsroom()
  const { article, claims } = await harbour(news.db, 3)
  const [one = 0, two = 0, three = 0] = claims
  return { ...news, article, one, two, three }
}

describe('what waits', () => {
  it('is what a person took, until it is in review', async () => {
    const { db, cleo, ben, one, two } = await threeClaims()
    await assignClaim(db, cleo, one, cleo.id)
    await assignClaim(db, cleo, two, cleo.id)
    await aVerdict(db, cleo, two)
    const { waiting } = await readDesk(db.reader, cleo, db.clock.now())
    expect(waiting?.toCheck.rows.map(({ id }) => id)).toEqual([one])
    expect((await readDesk(db.reader, ben, db.clock.now())).waiting?.toCheck.rows).toEqual([])
  })

  it('is the newest verdict of somebody else, to be reviewed', async () => {
    const { db, cleo, ben, one, two } = await threeClaims()
    await aVerdict(db, cleo, one)
    const { verdictId } = await aVerdict(db, cleo, one, { rationale: 'Better said.' })
    await aVerdict(db, ben, two)
    const { waiting } = await readDesk(db.reader, ben, db.clock.now())
    expect(waiting?.toReview.rows).toMatchObject([{ id: one, verdictId, rationale: 'Better said.', person: 'Cleo' }])
  })

  it('is one’s own verdict that came back, until there is another', async () => {
    const { db, cleo, ben, one } = await threeClaims()
    const { verdictId } = await aVerdict(db, cleo, one)
    await write(db, (tx) => returnVerdict(tx, ben, verdictId, 'Which ships?'))
    const { waiting } = await readDesk(db.reader, cleo, db.clock.now())
    expect(waiting?.returned.rows).toMatchObject([{ id: one, verdictId, reason: 'Which ships?', person: 'Ben' }])
    await aVerdict(db, cleo, one)
    expect((await readDesk(db.reader, cleo, db.clock.now())).waiting?.returned.rows).toEqual([])
  })

  it('is nothing any more once it is decided', async () => {
    const { db, cleo, ben, edith, one } = await threeClaims()
    const { verdictId } = await aVerdict(db, cleo, one)
    await write(db, (tx) => approveVerdict(tx, ben, verdictId))
    const { waiting } = await readDesk(db.reader, edith, db.clock.now())
    expect(waiting).toMatchObject({ toReview: { rows: [] }, returned: { rows: [] }, toCheck: { rows: [] } })
  })
})

describe('the page', () => {
  it('links to what to do next', async () => {
    const { db, as, cleo, ben, one, two, article } = await threeClaims()
    await assignClaim(db, ben, two, ben.id)
    const { verdictId } = await aVerdict(db, cleo, one)
    const { text } = await (await as(ben)).get('/').expect(200)
    expect(text).toContain(`href="/verdicts/${verdictId}/review"`)
    expect(text).toContain(`href="/claims/${two}"`)
    expect(text).toContain(`href="/articles/${article}"`)
    expect(text).toContain('0 of 3 claims decided')
    expect(text).toContain('gave verdict 1 on')
  })

  it('says what to do when nothing waits and when there is nothing at all', async () => {
    const { as, cleo } = await newsroom()
    const { text } = await (await as(cleo)).get('/').expect(200)
    expect(text).toContain('Nothing waits for you')
    expect(text).toContain('/claims?assignee=none')
    expect(text).toContain('href="/articles/new"')
  })

  it('leads somebody new to the newest article', async () => {
    const { as, cleo, article } = await threeClaims()
    const { text } = await (await as(cleo)).get('/').expect(200)
    expect(text).toMatch(new RegExp(`Open <a href="/articles/${article}"[^>]*>Port Ellery</a> and look for claims`))
  })

  it('offers readers what they can do', async () => {
    const { as, rita, db, cleo, one } = await threeClaims()
    await aVerdict(db, cleo, one)
    const { text } = await (await as(rita)).get('/').expect(200)
    expect(text).toContain('You can read everything here')
    expect(text).not.toContain('/review')
    expect(text).not.toContain('/articles/new')
  })

  it('asks the database a bounded number of questions, and shows no sign-ins', async () => {
    const { as, ada, queries } = await threeClaims()
    const adas = await as(ada)
    queries.length = 0
    const { text } = await adas.get('/').expect(200)
    expect(queries.length).toBeLessThanOrEqual(20)
    expect(text).not.toContain('signed in')
  })
})
