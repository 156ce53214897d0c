import { expect, it } from 'vitest'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'
import { events } from './texts.ts'

const [ferry] = events
const agency = (ferry?.agency ?? []).join('\n\n')
const own = (ferry?.own ?? []).join('\n\n')

async function desk() {
  const room = await newsroom()
  const { claims } = await harbour(room.db, 1)
  const claim = claims[0] ?? 0
  const use = async (title: string, more: object, text?: string) => {
    const id = await aSource(room.db, title, { publisher: title, ...more })
    if (text !== undefined) await aSnapshot(room.db, id, text)
    await anItem(room.db, room.ben, claim, id, `From ${title}`)
    return id
  }
  const noted = async (who: 'cleo' | 'rita') => {
    const page = (await (await room.as(room[who])).get(`/claims/${claim}`).expect(200)).text
    const [, note = ''] = /<div class="independence">([^]*?)<\/div>/.exec(page) ?? []
    return {
      page,
      note: note
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    }
  }
  return { ...room, claim, use, noted }
}

it('says on the ledger which sources carry the same agency text, by their kept copies', async () => {
  const { use, noted, as, cleo, claim } = await desk()
  await use('Gazette', {}, `Ferry aground\n\n${agency}`)
  await use('Courier', {}, `Scare on the night boat\n\n${agency.split('\n\n').slice(0, 2).join('\n\n')}`)
  expect(await noted('cleo')).toMatchObject({
    note: '1 independent source, of 2. “Gazette” and “Courier” count as one: both carry the same text.',
    page: expect.stringContaining('count as one: both carry the same text.'),
  })
  await use('Herald', {}, own)
  expect((await noted('rita')).note).toMatch(/^2 independent sources, of 3\./)
  const file = (await (await as(cleo)).get('/claims.json')).text
  expect(
    JSON.parse(file).claims.find(({ claim_id: id }: { claim_id: number }) => id === claim).independent_sources,
  ).toBe(2)
})

it('holds the rule about independent sources by the same measure', async () => {
  const { use, noted } = await desk()
  await use('Gazette', {}, agency)
  await use('Courier', {}, agency)
  expect((await noted('cleo')).page).toContain('No source is primary, and no two are independent.')
  await use('Herald', {}, own)
  expect((await noted('cleo')).page).toContain('“Gazette” and “Herald” are independent of each other.')
})

it('counts by what the viewer may know of', async () => {
  const { use, noted, db, as, rita } = await desk()
  const wire = await aSource(db, 'Wire', { confidential: true })
  const first = await use('Gazette', {})
  await use('Courier', {})
  expect((await noted('rita')).note).toBe('2 independent sources.')
  await use('Talk', { confidential: true, publisher: 'Gazette' }, agency)
  expect((await noted('rita')).note).toBe('2 independent sources.')
  expect((await noted('cleo')).note).toMatch(
    /^2 independent sources, of 3\. “Gazette” and another source count as one: both have the same publisher/,
  )
  // Sources that became confidential after others named them.
  db.writer.sqlite
    .prepare('UPDATE sources SET origin_id = ?, origin = ? WHERE id >= ?')
    .run(wire, `/sources/${wire}`, first)
  expect((await noted('cleo')).note).toContain('go back to the same source')
  expect((await noted('rita')).note).toBe('2 independent sources.')
  expect((await (await as(rita)).get('/claims.json')).text).toContain('"independent_sources":2')
})

it('counts the copies of a source that was merged into another as its own, and proposes near-duplicates', async () => {
  const { use, noted, db, as, cleo } = await desk()
  const first = await use('Gazette', {}, agency)
  const second = await use('Courier', {})
  const copied = await aSource(db, 'Courier online')
  await aSnapshot(db, copied, agency)
  const browser = await as(cleo)
  expect((await browser.get(`/sources/${first}`)).text).toContain('Its kept copy has nearly the same text.')
  expect((await noted('cleo')).note).toBe('2 independent sources.')
  await browser.post(`/sources/${second}/same/${copied}`, { stamp: '1.1' }).expect(303)
  expect((await noted('cleo')).note).toContain('both carry the same text')
})
