import { describe, expect, it } from 'vitest'
import { chosenText } from '../../server/bulk/words.ts'
import { readClaim } from '../../server/claims/claim.ts'
import type { ClaimState } from '../../server/claims/words.ts'
import { eventsAbout } from '../claims/events.ts'
import { someClaims } from '../claims/list-claims.ts'
import { newsroom } from '../support/newsroom.ts'

async function room(states: ClaimState[] = ['open', 'open', 'open']) {
  const news = await newsroom()
  const ids = await someClaims(news, states.length, (index) => ({ state: states[index] ?? 'open' }))
  const at = (id: number | undefined) => readClaim(news.db.reader, id ?? 0)
  const cleos = await news.as(news.cleo)
  const look = async (fields: Record<string, string>, some = ids) =>
    (await cleos.get(`/claims/changes/new?${new URLSearchParams({ claim: some.join(','), ...fields }).toString()}`))
      .text
  const change = async (fields: Record<string, string>, some = ids) => {
    const claim = (await Promise.all(some.map(at))).map(chosenText).join(',')
    const done = await cleos.post('/claims/changes', { claim, ...fields })
    return { status: done.status, path: String(done.headers.location), text: done.text }
  }
  const undo = async (path: string) => {
    await cleos.post(`${path}/undoing`).expect(303)
    return (await cleos.get(path)).text
  }
  return { ...news, ids, at, cleos, look, change, undo }
}

describe('tags', () => {
  it('are added and taken away, however they are spelled, and come back as they were', async () => {
    const { ids, at, look, change, undo, db } = await room()
    await change({ addTags: 'Water, canal' }, ids.slice(0, 1))
    expect(await look({ addTags: 'CANAL, mud', takeTags: 'water' })).toMatch(
      /Water, canal<\/span>|canal, Water<\/span>/,
    )
    const { path } = await change({ addTags: 'CANAL, mud', takeTags: 'water' })
    expect((await at(ids[0])).tags).toEqual(['canal', 'mud'])
    expect((await at(ids[1])).tags).toEqual(['canal', 'mud'])
    const [, edited] = await eventsAbout(db, ids[0] ?? 0)
    expect(edited).toMatchObject({ type: 'claim.edited', data: { before: { tags: ['canal', 'Water'] } } })
    await undo(path)
    expect((await at(ids[0])).tags).toEqual(['canal', 'Water'])
    expect((await at(ids[1])).tags).toEqual([])
  })

  it('are never more than a claim has, and never both added and taken away', async () => {
    const { ids, look, change } = await room()
    const many = Array.from({ length: 20 }, (_, index) => `tag ${index}`).join(', ')
    await change({ addTags: many }, ids.slice(0, 1))
    expect(await look({ addTags: 'one more' })).toContain('would have more than 20 tags')
    expect(await look({ addTags: 'Mud', takeTags: 'mud' })).toContain('The same tag stands in both fields')
  })
})

describe('the state', () => {
  it('is changed where the move is one by hand; the others are named with where they are', async () => {
    const { ids, at, look, change } = await room(['candidate', 'open', 'in_review', 'decided', 'published', 'checking'])
    const text = await look({ move: 'open' })
    expect(text).toContain('These 2 claims will be open')
    for (const why of ['is in review', 'is decided', 'is published'])
      expect(text).toContain(`${why}, so it cannot become open by hand`)
    expect(text).toContain('is so already')
    await change({ move: 'open' })
    const states = await Promise.all(ids.map(async (id) => (await at(id)).state))
    expect(states).toEqual(['open', 'open', 'in_review', 'decided', 'published', 'open'])
  })

  it('is set aside with a reason only, never from a decision, and comes back', async () => {
    const { ids, at, look, change } = await room(['candidate', 'checking', 'decided'])
    expect(await look({ move: 'set_aside' })).toContain('Say why the claims are not checked.')
    expect(await look({ priority: '1', reason: 'R' })).toContain('A reason is for setting claims aside')
    expect((await change({ move: 'set_aside' })).status).toBe(422)
    await change({ move: 'set_aside', reason: 'An opinion' })
    expect(await at(ids[0])).toMatchObject({ state: 'set_aside', setAsideReason: 'An opinion' })
    expect(await at(ids[2])).toMatchObject({ state: 'decided' })
    await change({ move: 'back' })
    expect(await at(ids[0])).toMatchObject({ state: 'candidate', setAsideReason: null })
    expect(await at(ids[1])).toMatchObject({ state: 'checking' })
  })
})

it('several things are done to a claim in one version, each with its line in the history', async () => {
  const { ids, at, change, cleo, db } = await room(['open'])
  await change({ assignee: String(cleo.id), priority: '1', due: '2025-06-01', addTags: 'mud' })
  expect(await at(ids[0])).toMatchObject({
    state: 'checking',
    priority: 1,
    dueOn: '2025-06-01',
    tags: ['mud'],
    version: 2,
  })
  const told = await eventsAbout(db, ids[0] ?? 0)
  expect(told.map(({ type }) => type)).toEqual(['claim.edited', 'claim.assigned', 'claim.moved'])
})

it('a day and no day, or a state and a priority that do not exist, are asked about', async () => {
  const { look } = await room()
  expect(await look({ due: '2025-06-01', noDue: 'yes' })).toContain('not both')
  expect(await look({ move: 'published' })).toContain('Choose a state from the list.')
  expect(await look({ priority: '9' })).toContain('Choose a priority from the list.')
})
