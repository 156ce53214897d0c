import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { readArticle } from '../../server/articles/article.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { moveClaim } from '../../server/claims/move.ts'
import { newsroom } from '../support/newsroom.ts'
import { eventsAbout } from './events.ts'
import { aClaim, anArticle } from './port-ellery.ts'

async function room(wanted: Parameters<typeof aClaim>[3] = {}) {
  const news = await newsroom()
  const article = await anArticle(news.db, news.edith)
  const id = await aClaim(news.db, news.edith, article, wanted)
  const now = () => readClaim(news.db.reader, id)
  const told = async () => (await eventsAbout(news.db, id)).map((event) => event.type)
  const browsers = { cleos: await news.as(news.cleo), bens: await news.as(news.ben), ediths: await news.as(news.edith) }
  return { ...news, ...browsers, article, id, now, told, version: async () => (await now()).version }
}

it('is taken once: the second to reach for it is told who has it', async () => {
  const { cleos, bens, cleo, ben, id, now, told } = await room()
  await cleos.post(`/claims/${id}/assignment`, { assignee: cleo.id }).expect(303)
  const late = await bens.post(`/claims/${id}/assignment`, { assignee: ben.id }).expect(409)
  expect(late.text).toContain('Cleo already took this claim.')
  expect(await now()).toMatchObject({ assignee: { name: 'Cleo' }, state: 'checking' })
  expect(await told()).toEqual(['claim.added', 'claim.assigned', 'claim.moved'])
})

it('is given back by who has it, and open again', async () => {
  const { cleos, bens, cleo, id, now } = await room()
  await cleos.post(`/claims/${id}/assignment`, { assignee: cleo.id }).expect(303)
  await bens.post(`/claims/${id}/assignment`, { assignee: '' }).expect(403)
  await cleos.post(`/claims/${id}/assignment`, { assignee: '' }).expect(303)
  expect(await now()).toMatchObject({ assignee: null, state: 'open' })
})

it('is given to anyone by an editor, but to nobody who cannot check', async () => {
  const { ediths, cleos, ben, rita, id, now, told } = await room()
  await cleos.post(`/claims/${id}/assignment`, { assignee: ben.id }).expect(403)
  await ediths.post(`/claims/${id}/assignment`, { assignee: ben.id }).expect(303)
  expect(await now()).toMatchObject({ assignee: { name: 'Ben' }, state: 'open' })
  const wrong = await ediths.post(`/claims/${id}/assignment`, { assignee: rita.id }).expect(422)
  expect(wrong.text).toContain('cannot check claims')
  await ediths.post(`/claims/${id}/assignment`, { assignee: ben.id }).expect(303)
  expect(await told()).toEqual(['claim.added', 'claim.assigned'])
})

it('is set aside with a reason, counts no longer, and comes back to where it was', async () => {
  const { cleos, cleo, id, now, version, db, article } = await room()
  await cleos.post(`/claims/${id}/assignment`, { assignee: cleo.id }).expect(303)
  const aside = { state: 'set_aside', version: await version() }
  const bare = await cleos.post(`/claims/${id}/state`, { ...aside, reason: ' ' }).expect(422)
  expect(bare.text).toContain('Say why the claim is not checked.')
  await cleos.post(`/claims/${id}/state`, { ...aside, reason: 'An opinion' }).expect(303)
  expect(await now()).toMatchObject({ state: 'set_aside', setAsideReason: 'An opinion', stateBefore: 'checking' })
  expect(await readArticle(db.reader, article.articleId)).toMatchObject({ claimCount: 0 })
  await cleos.post(`/claims/${id}/assignment`, { assignee: '' }).expect(409)
  await cleos.post(`/claims/${id}/state`, { state: 'open', version: await version() }).expect(409)
  await cleos.post(`/claims/${id}/state`, { state: 'checking', version: await version() }).expect(303)
  expect(await now()).toMatchObject({ state: 'checking', setAsideReason: null, stateBefore: null })
  const events = await eventsAbout(db, id)
  expect(events.slice(-2)).toMatchObject([
    { type: 'claim.set_aside', data: { before: 'checking', reason: 'An opinion' } },
    { type: 'claim.moved', data: { before: 'set_aside', after: 'checking' } },
  ])
})

it('tells whoever moves a claim that a colleague changed it meanwhile, and keeps their reason', async () => {
  const { cleos, bens, ben, id, now, version } = await room()
  const stale = await version()
  await bens.post(`/claims/${id}/assignment`, { assignee: ben.id }).expect(303)
  const late = await cleos
    .post(`/claims/${id}/state`, { state: 'set_aside', reason: 'Not ours', version: stale })
    .expect(409)
  expect(late.text).toContain('A colleague changed this claim meanwhile')
  expect(late.text).toContain('value="Not ours"')
  expect(await now()).toMatchObject({ state: 'checking' })
})

it('accepts a candidate, and makes nothing by hand that only a verdict makes', async () => {
  const { cleos, id, now, version } = await room({ state: 'candidate' })
  for (const state of ['checking', 'in_review', 'decided', 'published', 'candidate'])
    await cleos.post(`/claims/${id}/state`, { state, version: await version() }).expect(409)
  await cleos.post(`/claims/${id}/state`, { state: 'open', version: await version() }).expect(303)
  expect(await now()).toMatchObject({ state: 'open' })
  for (const state of ['in_review', 'decided'])
    await cleos.post(`/claims/${id}/state`, { state, version: await version() }).expect(409)
  await cleos.post(`/claims/${id}/state`, { state: 'lost', version: await version() }).expect(422)
})

it('cannot be set aside once it is decided', async () => {
  const { cleos, cleo, id, db, now, version } = await room()
  await write(db, async (tx) => moveClaim(tx, cleo, await readClaim(tx, id), 'decided'))
  await cleos.post(`/claims/${id}/state`, { state: 'set_aside', reason: 'x', version: await version() }).expect(409)
  expect(await now()).toMatchObject({ state: 'decided' })
})

it('moves nowhere that the table of moves does not name, and not at all to where it is', async () => {
  const { cleo, id, db, told } = await room()
  const move = (to: 'open' | 'published') => write(db, async (tx) => moveClaim(tx, cleo, await readClaim(tx, id), to))
  await expect(move('published')).rejects.toThrow('cannot become “published”')
  await move('open')
  expect(await told()).toEqual(['claim.added'])
})

it('is not for readers', async () => {
  const { as, rita, id, now } = await room()
  const reader = await as(rita)
  await reader.post(`/claims/${id}/assignment`, { assignee: rita.id }).expect(403)
  await reader.post(`/claims/${id}/state`, { state: 'set_aside', reason: 'x', version: 1 }).expect(403)
  expect(await now()).toMatchObject({ state: 'open', version: 1 })
})
