import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { deactivate } from '../../server/accounts/membership.ts'
import { aboutClaim } from '../../server/history/events.ts'
import { record } from '../../server/history/record.ts'
import { notify } from '../../server/notifications/notification.ts'
import { aClaim, anArticle } from '../claims/port-ellery.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict } from '../verdicts/harbour.ts'
import { told } from './told.ts'

async function room() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.edith)
  const claim = await aClaim(news.db, news.edith, article)
  const subject = aboutClaim({ id: claim, articleId: article.articleId })
  return { ...news, article, claim, subject }
}

it('never tells whoever did it, nor who has left, and each person once an event', async () => {
  const { db, ada, edith, cleo, ben, rita, claim, subject } = await room()
  await deactivate(db, ada, { id: rita.id, version: 1 })
  await write(db, async (tx) => {
    const seq = await record(tx, edith, 'claim.published', subject, { decision: 1 })
    const all = [edith.id, cleo.id, cleo.id, rita.id, 999]
    await notify(tx, all, 'flagged', { seq, claimId: claim }, edith)
    await notify(tx, [ben.id, cleo.id], 'correction', { seq, claimId: claim }, edith)
  })
  expect(await told(db)).toEqual(['Cleo flagged claim.published', 'Ben correction claim.published'])
})

it('tells everyone named when the program itself did it, and nobody when nobody is named', async () => {
  const { db, cleo, claim, subject } = await room()
  await write(db, async (tx) => {
    const seq = await record(tx, null, 'claim.published', subject, { decision: 1 })
    await notify(tx, [], 'flagged', { seq, claimId: claim }, null)
    await notify(tx, [cleo.id], 'flagged', { seq, claimId: claim }, null)
  })
  expect(await told(db)).toEqual(['Cleo flagged claim.published'])
})

it('tells whoever is given a claim, in whatever form, and nobody who takes one', async () => {
  const { db, as, article, edith, cleo, ben, claim } = await room()
  await (await as(cleo)).post(`/claims/${claim}/assignment`, { assignee: cleo.id }).expect(303)
  expect(await told(db)).toEqual([])
  await (await as(edith)).post(`/claims/${claim}/assignment`, { assignee: ben.id }).expect(303)
  await (await as(edith)).post(`/claims/${claim}/assignment`, { assignee: '' }).expect(303)
  await aClaim(db, edith, article, { statement: 'Another.', assigneeId: cleo.id })
  expect(await told(db)).toEqual(['Ben assigned claim.assigned', 'Cleo assigned claim.added'])
})

it('tells the author what became of a verdict', async () => {
  const { db, as, cleo, ben, claim } = await room()
  const first = await aVerdict(db, cleo, claim)
  const returned = { outcome: 'returned', reason: 'Name the day.' }
  await (await as(ben)).post(`/verdicts/${first.verdictId}/review`, returned).expect(303)
  const second = await aVerdict(db, cleo, claim)
  await (await as(ben)).post(`/verdicts/${second.verdictId}/review`, { outcome: 'approved' }).expect(303)
  expect(await told(db)).toEqual(['Cleo returned verdict.returned', 'Cleo approved verdict.approved'])
})
