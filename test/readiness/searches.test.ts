import { describe, expect, it } from 'vitest'
import { searchesOf } from '../../server/readiness/search.ts'
import { changeState } from '../../server/claims/progress.ts'
import { historyOf, plainLine } from '../../server/history/history.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { newsroom } from '../support/newsroom.ts'

async function oneClaim() {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const [claim = 0] = claims
  return { ...news, claim, path: `/claims/${claim}/searches`, cleos: await news.as(news.cleo) }
}

const looked = { side: 'refutes', note: 'The archives of both ports, “closed” and “shut”.' }

describe('having looked and found nothing', () => {
  it('is noted in the ledger with where, and told in the history', async () => {
    const { db, cleo, claim, path, cleos } = await oneClaim()
    await cleos.post(path, looked).expect(303)
    const words = wordsOf(await cleos.get(`/claims/${claim}`))
    expect(words).toContain(`Looked and found nothing: ${looked.note}`)
    const [line] = await historyOf(db.reader, cleo, { claim }, { limit: 1 })
    expect(line && plainLine(line)).toBe(`Cleo found nothing that refutes claim 1-1: “${looked.note}”`)
  })

  it.each([
    [{ note: ' ' }, 'Say where you looked'],
    [{ side: 'context' }, 'Say for which side you looked.'],
    [{ note: 'x'.repeat(1_001) }, 'This is too long'],
  ])('is refused with what was typed: %o', async (wrong, problem) => {
    const { db, claim, path, cleos } = await oneClaim()
    const answer = await cleos.post(path, { ...looked, ...wrong }).expect(422)
    expect(wordsOf(answer)).toContain(problem)
    expect(await searchesOf(db.reader, claim)).toEqual([])
  })

  it('sent twice is stored once, and a colleague may have looked too', async () => {
    const { db, as, ben, claim, path, cleos } = await oneClaim()
    await cleos.post(path, looked).expect(303)
    await cleos.post(path, looked).expect(409)
    await (await as(ben)).post(path, looked).expect(303)
    expect(await searchesOf(db.reader, claim)).toHaveLength(2)
  })

  it('is not said of a side that has evidence, nor of a claim set aside', async () => {
    const { db, cleo, edith, claim, path, cleos } = await oneClaim()
    await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
    const refused = await cleos.post(path, { ...looked, side: 'supports' }).expect(409)
    expect(wordsOf(refused)).toContain('There is evidence that supports the claim.')
    const { text } = await cleos.get(`/claims/${claim}`)
    expect(text).not.toContain(`search-${claim}-supports-note`)
    expect(text).toContain(`search-${claim}-refutes-note`)
    await changeState(db, edith, claim, { state: 'set_aside', reason: 'An opinion.', version: 1 })
    await cleos.post(path, looked).expect(409)
  })

  it('is taken back once, and the history keeps both', async () => {
    const { db, cleo, claim, path, cleos } = await oneClaim()
    await cleos.post(path, looked).expect(303)
    expect(wordsOf(await cleos.get('/searches/1/withdrawal').expect(200))).toContain(looked.note)
    await cleos.post('/searches/1/withdrawal').expect(303)
    expect(await searchesOf(db.reader, claim)).toEqual([])
    expect(wordsOf(await cleos.post('/searches/1/withdrawal').expect(409))).toContain('This was taken back already.')
    await cleos.post('/searches/9/withdrawal').expect(404)
    const types = (await historyOf(db.reader, cleo, { claim }, { limit: 9 })).map(({ type }) => type)
    expect(types).toEqual(['search.withdrawn', 'search.recorded', 'claim.added'])
  })

  it('is not for readers to note, and theirs to read', async () => {
    const { as, rita, claim, path, cleos } = await oneClaim()
    await cleos.post(path, looked).expect(303)
    const ritas = await as(rita)
    await ritas.get(`${path}/new`).expect(403)
    await ritas.get('/searches/1/withdrawal').expect(403)
    const { text } = await ritas.get(`/claims/${claim}`).expect(200)
    expect(text).toContain('The archives of both ports')
    expect(text).not.toMatch(/Looked and found nothing\?|Take back/)
  })

  it('is a piece beside a text, and brings the card of the claim back', async () => {
    const { path, cleos } = await oneClaim()
    const piece = await cleos.get(`${path}/new?side=supports`).set('HX-Request-Type', 'partial').expect(200)
    expect(piece.text.trim()).toMatch(/^<section class="evidence-form" id="new-search-1"/)
    expect(piece.text).toMatch(/value="supports" selected/)
    const done = await cleos.post(path, looked).set('HX-Request-Type', 'partial').expect(303)
    expect(done.headers.location).toBe('/claims/1')
  })
})
