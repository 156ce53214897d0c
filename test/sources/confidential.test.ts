import { expect, it } from 'vitest'
import { type Answer, crawl } from '../support/crawl.ts'
import { aSource, harbour, typedEvidence } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

const canary = 'QUAIL-7731'

/** A claim with one open and one confidential source, whose every text holds the canary; one of the secret items is withdrawn. */
async function secretDesk() {
  const room = await newsroom()
  const { claims, article } = await harbour(room.db)
  const claim = claims[0] ?? 0
  const cleo = await room.as(room.cleo)
  await aSource(room.db, 'Open log')
  const secret = {
    ...typedEvidence,
    title: `Talk ${canary}`,
    url: `https://${canary}.example/`,
    archivedUrl: `https://archive.example/${canary}`,
    publisher: `P ${canary}`,
    author: `A ${canary}`,
    interest: `I ${canary}`,
    confidential: 'yes',
    passage: `Said ${canary}`,
    locator: `L ${canary}`,
    note: `N ${canary}`,
  }
  await cleo.post(`/claims/${claim}/evidence`, secret).expect(303)
  await cleo.post(`/claims/${claim}/evidence`, { ...secret, passage: `More ${canary}`, stance: 'refutes' }).expect(303)
  await cleo.post('/evidence/2', { stance: 'context', passage: `Edited ${canary}`, version: '1' }).expect(303)
  await cleo.post('/evidence/2/withdrawal', { reason: `Because ${canary}` }).expect(303)
  await cleo.post(`/claims/${claim}/evidence`, { source: '1', stance: 'context', passage: 'In the open.' }).expect(303)
  return { ...room, claim, article, cleo: cleo, reader: await room.as(room.rita) }
}

it('is nowhere in anything a reader can open', async () => {
  const { reader, claim, article } = await secretDesk()
  const get = async (path: string): Promise<Answer> => {
    const { status, text, headers } = await reader.get(path).buffer(true)
    return { status, text: text ?? '', type: headers['content-type'] ?? '', location: headers.location }
  }
  const guessed = ['/sources.json', '/sources/2', '/sources/2/edit', '/evidence/1/edit', '/evidence/2/withdrawal']
  const asked = [`/sources?q=${canary}`, `/sources.json?q=quail`, '/history', '/history?source=2', '/history.json']
  const exports = ['/claims.csv', '/claims.json', `/claims/${claim}.json`, `/articles/${article}/evidence.csv`]
  const more = ['/verdicts.csv', '/corrections.csv', '/history.csv', '/evidence.json', '/verdicts.json', '/exports/new']
  const visits = await crawl(get)
  for (const path of [...guessed, ...asked, ...exports, ...more])
    visits.push({ path, from: 'a guess', answer: await get(path) })
  expect(visits.length).toBeGreaterThan(15)
  const told = (text: string) => text.replaceAll(asked[0] ?? '', '').replaceAll(`value="${canary}"`, '')
  const leaks = visits.filter(({ path, answer }) => !path.includes(canary) && /quail-7731/i.test(told(answer.text)))
  expect(leaks.map(({ path }) => path)).toEqual([])
  expect((await get(`/sources?q=${canary}`)).text).toContain('No source matches')
})

it('does not exist for a reader, in pages, lists and counts', async () => {
  const { reader, claim } = await secretDesk()
  for (const path of ['/sources/2', '/sources/2/edit', '/evidence/1/edit', '/evidence/1/withdrawal'])
    await reader.get(path).expect(404)
  await reader.post('/evidence/1', { stance: 'context', note: 'x', version: '1' }).expect(404)
  const list = JSON.parse((await reader.get('/sources.json')).text)
  expect([list.total, list.sources.length]).toEqual([1, 1])
  const page = (await reader.get(`/claims/${claim}`).expect(200)).text
  const counts = [...page.matchAll(/(Supports|Refutes|Context)<\/span>\s*<span class="number">(\d+)/g)].map(
    ([, , count]) => count,
  )
  expect(counts).toEqual(['0', '0', '1'])
  expect(page).not.toContain('<h3>Withdrawn')
  const piece = (await reader.get(`/claims/${claim}`).set('HX-Request-Type', 'partial')).text
  expect(piece).toContain('In the open.')
  expect(piece.toLowerCase()).not.toContain(canary.toLowerCase())
})

it('is there for checkers, marked in words', async () => {
  const { cleo, claim } = await secretDesk()
  const page = (await cleo.get(`/claims/${claim}`).expect(200)).text
  expect(page).toContain(`Said ${canary}`)
  expect(page).toMatch(/<li class="tag secret">.*Confidential<\/li>/)
  expect((await cleo.get('/sources/2').expect(200)).text).toContain('For readers it does not exist')
})

it('appears to readers once it is confidential no more, and goes again', async () => {
  const { cleo, reader } = await secretDesk()
  await cleo.post('/sources/2', { title: 'Talk', kind: 'interview', version: '1' }).expect(303)
  await reader.get('/sources/2').expect(200)
  await cleo.post('/sources/2', { title: 'Talk', kind: 'interview', confidential: 'yes', version: '2' }).expect(303)
  await reader.get('/sources/2').expect(404)
})
