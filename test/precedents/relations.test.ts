import { describe, expect, it } from 'vitest'
import { historyOf } from '../../server/history/history.ts'
import { evidenceOf } from '../../server/evidence/evidence.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { aClaim, checkedBefore, truceAgain } from './checked.ts'

async function repeated(saidOn = '2099-01-02') {
  const news = await checkedBefore()
  const claim = await aClaim(news, truceAgain, { claimant: 'Ada Larsen', claimedOn: saidOn })
  const earlier = claimNumber(await readClaim(news.db.reader, news.decided))
  return { ...news, claim, earlier, cleos: await news.as(news.cleo) }
}

describe('relations', () => {
  it('are shown on both claims, told in the history, and taken back without being deleted', async () => {
    const { db, as, rita, cleo, cleos, claim, decided, earlier } = await repeated()
    await cleos.post(`/claims/${claim}/relations`, { kind: 'contradicts', other: earlier }).expect(303)
    const reader = await as(rita)
    expect((await reader.get(`/claims/${claim}`)).text).toContain('Contradicts')
    expect((await reader.get(`/claims/${decided}`)).text).toContain('Is contradicted by')
    await cleos.post('/relations/1/withdrawal').expect(303)
    expect((await reader.get(`/claims/${decided}`)).text).not.toContain('Is contradicted by')
    await cleos.post('/relations/1/withdrawal').expect(409)
    const lines = await historyOf(db.reader, cleo, { claim }, { limit: 9 })
    expect(JSON.stringify(lines)).toMatch(/took back that[^]*contradicts[^]*noted that[^]*contradicts/)
    expect(() => db.writer.sqlite.exec('DELETE FROM claim_relations')).toThrow('never deleted')
    await cleos.post(`/claims/${claim}/relations`, { kind: 'contradicts', other: earlier }).expect(303)
  })

  it.each([
    ['nonsense', 'as it stands on its page'],
    ['99-1', 'There is no claim 99-1'],
    ['own', 'This is the claim itself'],
  ])('are refused with %s, what was typed kept', async (other, why) => {
    const { db, cleos, claim } = await repeated()
    const named = other === 'own' ? claimNumber(await readClaim(db.reader, claim)) : other
    const { text } = await cleos.post(`/claims/${claim}/relations`, { kind: 'repeats', other: named }).expect(422)
    expect(text).toContain(why)
    expect(text).toContain(`value="${named}"`)
  })

  it('are not noted twice, nor by readers', async () => {
    const { as, rita, cleos, claim, earlier } = await repeated()
    const relation = { kind: 'part_of', other: earlier }
    await cleos.post(`/claims/${claim}/relations`, relation).expect(303)
    expect((await cleos.post(`/claims/${claim}/relations`, relation).expect(422)).text).toContain('noted already')
    await (await as(rita)).post(`/claims/${claim}/relations`, relation).expect(403)
  })
})

describe('a claim that is said again', () => {
  it('counts once it is said after its check, with the day and who said it', async () => {
    const { cleos, claim, decided, earlier } = await repeated()
    await cleos.post(`/claims/${claim}/relations`, { kind: 'repeats', other: earlier }).expect(303)
    const { text } = await cleos.get(`/claims/${decided}`)
    expect(text).toContain('Said once since we checked it')
    expect(text).not.toMatch(/<div class="links no-print">0/)
    expect(text).toMatch(/2 Jan(?:uary)? 2099<\/a> by <span dir="auto">Ada Larsen/)
  })

  it('does not count when it was said before', async () => {
    const { cleos, claim, decided, earlier } = await repeated('1999-01-02')
    await cleos.post(`/claims/${claim}/relations`, { kind: 'repeats', other: earlier }).expect(303)
    const { text } = await cleos.get(`/claims/${decided}`)
    expect(text).toContain('Is repeated by')
    expect(text).not.toContain('since we checked it')
  })
})

describe('evidence carried over to a repeat', () => {
  async function withEvidence() {
    const news = await repeated()
    const open = await aSource(news.db, 'Shelling log')
    const secret = await aSource(news.db, 'SECRET', { confidential: true })
    const openItem = await anItem(news.db, news.cleo, news.decided, open)
    const secretItem = await anItem(news.db, news.cleo, news.decided, secret)
    return { ...news, openItem, secretItem }
  }

  it('is offered when the repeat is noted, and taken only where it was ticked', async () => {
    const { db, cleo, cleos, claim, decided, earlier, secretItem } = await withEvidence()
    const noted = await cleos.post(`/claims/${claim}/relations`, { kind: 'repeats', other: earlier }).expect(303)
    expect(noted.headers.location).toBe(`/claims/${claim}/carrying?from=${decided}`)
    const way = { from: decided }
    expect((await cleos.post(`/claims/${claim}/carrying`, way).expect(422)).text).toContain('Tick the evidence')
    await cleos.post(`/claims/${claim}/carrying`, { ...way, item: secretItem }).expect(303)
    const carried = await evidenceOf(db.reader, cleo, claim)
    expect(carried.map(({ source }) => [source.title, source.confidential])).toEqual([['SECRET', true]])
    expect((await cleos.post(`/claims/${claim}/carrying`, { ...way, item: secretItem }).expect(422)).text).toContain(
      'here already',
    )
  })

  it('stays secret where its source is: readers see nothing of it and carry nothing', async () => {
    const { as, rita, cleos, claim, decided, earlier, openItem, secretItem } = await withEvidence()
    await cleos.post(`/claims/${claim}/relations`, { kind: 'repeats', other: earlier }).expect(303)
    await cleos.post(`/claims/${claim}/carrying`, { from: decided, item: secretItem }).expect(303)
    const reader = await as(rita)
    await reader.get(`/claims/${claim}/carrying?from=${decided}`).expect(403)
    await reader.post(`/claims/${claim}/carrying`, { from: decided, item: openItem }).expect(403)
    expect((await reader.get(`/claims/${claim}`)).text).not.toContain('SECRET')
  })

  it('is not there for claims that do not repeat each other', async () => {
    const { cleos, claim, decided, openItem } = await withEvidence()
    await cleos.get(`/claims/${claim}/carrying?from=${decided}`).expect(404)
    await cleos.post(`/claims/${claim}/carrying`, { from: decided, item: openItem }).expect(404)
  })
})
