import { describe, expect, it } from 'vitest'
import { aClaim } from '../claims/port-ellery.ts'
import { anItem, aSource } from '../evidence/harbour.ts'
import { addOutside } from '../../server/precedents/outside.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { afterTold } from '../../server/search/told.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { answerTo, anArchive, idsFound, markedIn } from './an-archive.ts'

describe('a search', () => {
  it('finds every kind of text', async () => {
    const { cleos } = await anArchive()
    const texts: [what: string, q: string, ids: object][] = [
      ['a statement, in another form of the word', 'slows', { claims: [1], articles: [1] }],
      ['a quote', '"the silting has been slowing"', { claims: [1], articles: [1] }],
      ['a claimant, without the accent', 'emile', { claims: [1] }],
      ['who reported it', 'bell', { claims: [1], articles: [1] }],
      ['a rationale', 'spoil ledger', { claims: [1] }],
      ['an explanation', 'weighed', { claims: [1] }],
      ['the title of an article', 'argue', { articles: [1] }],
      ['the text of an article', 'herring', { articles: [1] }],
      ['a source', 'dredger', { sources: [1] }],
      ['an author', 'ormsby', { sources: [1] }],
      ['an address', 'log.example', { sources: [1] }],
      ['a copy', 'mooring', { copies: [1] }],
      ['a comment', 'tally', { comments: [1] }],
      ['words that stand in different parts of a claim', 'quillstrand ledger silting', { claims: [1] }],
    ]
    for (const [what, q, ids] of texts) expect([what, await idsFound(cleos, q)]).toEqual([what, ids])
  })

  it('understands phrases, minus, OR, beginnings and fields', async () => {
    const { db, cleo, cleos, article } = await anArchive()
    const other = await aClaim(db, cleo, article, {
      statement: 'The herring came early.',
      claimant: 'Ada Ormsby',
      words: 'dredging 🚢 for the herring run',
    })
    const claims = async (q: string) => (await idsFound(cleos, q)).claims
    expect(await claims('harbour herring')).toBeUndefined()
    expect(await claims('silting OR herring')).toEqual([other, 1])
    expect(await claims('port OR herring -silting')).toEqual([other])
    expect(await claims('"herring came"')).toEqual([other])
    expect(await claims('"came herring"')).toBeUndefined()
    expect(await claims('silt*')).toEqual([1])
    expect(await claims('claimant:ormsby')).toEqual([other])
    expect(await claims('-claimant:ormsby outlet:bell')).toEqual([1])
    expect(await claims('claimant:ormsby OR claimant:quillstrand')).toEqual([other, 1])
    expect(await claims('outlet:"the bell" herring')).toEqual([other])
    expect(await claims('article:argues silting')).toEqual([1])
    expect(await claims('source:dredger')).toEqual([1])
    expect(await claims('by:cleo herring')).toEqual([other])
    expect(await claims('by:me herring')).toEqual([other])
    expect(await claims('by:rita herring')).toBeUndefined()
    expect(await idsFound(cleos, 'kind:source dredger OR herring')).toEqual({ sources: [1] })
    expect(await idsFound(cleos, '-kind:claim -kind:art by:cleo')).toEqual({ copies: [1], comments: [1] })
  })

  it('finds by rating what is decided so, and not what is rated half so', async () => {
    const { cleos, bens } = await anArchive()
    await bens.post('/verdicts/1/review', { outcome: 'approved' }).expect(303)
    expect(await idsFound(cleos, 'rating:false')).toEqual({ claims: [1], comments: [1] })
    expect(await idsFound(cleos, 'rating:true silting')).toEqual({})
    expect(await idsFound(cleos, 'silting', '&rating=false&state=decided')).toEqual({ claims: [1] })
    expect(await idsFound(cleos, 'silting', '&rating=true')).toEqual({})
    expect(await idsFound(cleos, 'silting', '&state=open')).toEqual({})
  })

  it('is narrowed by days, article and kind', async () => {
    const { cleos, clock } = await anArchive()
    const today = clock.now().toISOString().slice(0, 10)
    expect(await idsFound(cleos, 'silting', `&from=${today}&to=${today}&article=1`)).toEqual({ claims: [1] })
    expect(await idsFound(cleos, 'silting', '&to=2001-01-01')).toEqual({})
    expect(await idsFound(cleos, 'silting', '&article=2')).toEqual({})
    expect(await idsFound(cleos, 'harbour', '&kind=sources')).toEqual({ sources: [1] })
    expect(await idsFound(cleos, '', '&article=1')).toEqual({ claims: [1], articles: [1], comments: [1] })
  })

  it('finds parts of names, where words find little', async () => {
    const { cleos } = await anArchive()
    expect(await idsFound(cleos, 'illstra')).toEqual({ claims: [1] })
    expect(await idsFound(cleos, 'redger')).toEqual({ sources: [1] })
    expect(markedIn(await answerTo(cleos, 'redger'), 'sources')).toEqual(['redger'])
  })

  it('finds words of scripts that put no space between them, of one character too', async () => {
    const { db, cleo, cleos, article, log } = await anArchive()
    const claim = await aClaim(db, cleo, article, { statement: '双方在周一同意停战。', claimant: '王小明' })
    const copy = await aSnapshot(db, log, 'ข้อตกลงหยุดยิง มีผลวันจันทร์')
    expect(await idsFound(cleos, '停战')).toEqual({ claims: [claim] })
    expect(await idsFound(cleos, '同意停战')).toEqual({ claims: [claim] })
    expect(await idsFound(cleos, '战')).toEqual({ claims: [claim] })
    expect(await idsFound(cleos, 'claimant:小明')).toEqual({ claims: [claim] })
    expect(await idsFound(cleos, '和平')).toEqual({})
    expect(await idsFound(cleos, 'หยุดยิง')).toEqual({ copies: [copy] })
    expect(markedIn(await answerTo(cleos, '停战'), 'claims')).toEqual(['停战'])
  })

  it('finds checks of other publishers until they are taken back', async () => {
    const { db, cleo, cleos } = await anArchive()
    const check = {
      publisher: 'The Weigh House',
      url: 'https://weigh.example/1',
      title: 'No quagga in the mud',
      claim: 'A quagga was seen in the harbour mud.',
      claimant: 'Zora Dell',
      statedOn: null,
      checkedOn: '2025-03-01',
      ratingLabel: 'Pants on fire',
      ratingValue: 1,
      language: 'en',
    }
    const id = await addOutside(db, cleo, check)
    for (const q of ['quagga', 'claimant:dell', 'outlet:"weigh house"', 'rating:pants', 'ora dell kind:check'])
      expect([q, await idsFound(cleos, q)]).toEqual([q, { checks: [id] }])
    expect((await cleos.get('/search?q=quagga')).text).toContain(`href="/checks/${id}"`)
    await cleos.post(`/checks/${id}/withdrawal`).expect(303)
    expect(await idsFound(cleos, 'quagga')).toEqual({})
  })

  it('marks what it found, in the title and in the stretch around it', async () => {
    const { cleos } = await anArchive()
    expect(markedIn(await answerTo(cleos, 'silt ledger'), 'claims')).toEqual(['silting', 'ledger'])
    const copy = await answerTo(cleos, 'negotiating')
    expect(copy.groups[0]?.hits[0]?.excerpt?.text).toContain('Day 2: negotiations with')
    expect(markedIn(copy, 'copies')).toEqual(['negotiations'])
  })

  it('finds the stretch in a text too long to mark', async () => {
    const { world, db, cleos, log } = await anArchive()
    await aSnapshot(
      db,
      log,
      `${'Nothing on this day. '.repeat(4_000)}Then a wombat swam by. ${'Calm again. '.repeat(2_000)}`,
    )
    await runDueJobs(world, jobKinds)
    const found = await answerTo(cleos, 'wombats')
    expect(found.groups[0]?.hits[0]?.excerpt?.text).toContain('Then a wombat swam by')
    expect(markedIn(found, 'copies')).toEqual(['wombat'])
  })

  it('shows a few of each kind, all of one kind page by page, and counts no further than a thousand', async () => {
    const { db, cleo, cleos, claim } = await anArchive()
    for (let nth = 0; nth < 45; nth++) await aSource(db, `Tide table ${nth}`)
    await anItem(db, cleo, claim, 2)
    const all = await answerTo(cleos, 'tide')
    expect(all.groups.map(({ count, hits }) => [count, hits.length])).toEqual([[45, 5]])
    const pages = []
    for (const page of [1, 2, 3, 4])
      pages.push(...((await idsFound(cleos, 'tide', `&kind=sources&page=${page}`)).sources ?? []))
    expect(new Set(pages).size).toBe(45)
    expect(pages).toHaveLength(45)
  })
})

describe('the index', () => {
  it('follows each change of a row', async () => {
    const { cleos, claim } = await anArchive()
    const typed = {
      statement: 'The moles were repaired.',
      kind: 'event',
      priority: 2,
      version: 1,
      claimant: 'Zora Dell',
    }
    const page = await cleos.get(`/claims/${claim}/edit`)
    expect(page.status).toBe(200)
    await cleos.post(`/claims/${claim}`, typed).expect(303)
    expect(await idsFound(cleos, 'moles zora')).toEqual({ claims: [claim] })
    expect(await idsFound(cleos, 'quillstrand')).toEqual({})
    expect(await idsFound(cleos, 'spoil')).toEqual({ claims: [claim] })
    await cleos.post('/sources/1', { title: 'Ferry log', kind: 'record', version: '1' }).expect(303)
    expect(await idsFound(cleos, 'ferry')).toEqual({ sources: [1] })
    expect(await idsFound(cleos, 'dredger')).toEqual({})
  })
})

describe('what comes after what was told', () => {
  const ranked = (...ids: number[]) => ids.map((id) => ({ id }))
  const after = (list: { id: number }[], ids: number[], count = ids.length) => {
    const { ids: rest, more } = afterTold(list, { ids, count }, 3)
    return [[...rest], more]
  }

  it('follows the last page wherever it stands by now, and not the one thing of it that has moved', () => {
    expect(after(ranked(1, 2, 3, 4, 5, 6, 7), [1, 2, 3])).toEqual([[4, 5, 6], true])
    expect(after(ranked(9, 8, 1, 2, 3, 4, 5), [1, 2, 3])).toEqual([[4, 5], false])
    expect(after(ranked(1, 2, 4, 5, 6, 7, 3), [1, 2, 3])).toEqual([[4, 5, 6], true])
    expect(after(ranked(3, 1, 4, 5, 2), [1, 2, 3])).toEqual([[4, 5], false])
  })

  it('is counted off when nothing of that page is found any more', () => {
    expect(after(ranked(1, 2, 3, 7, 8), [4, 5, 6], 6)).toEqual([[7, 8], false])
    expect(after(ranked(), [4], 1)).toEqual([[], false])
  })
})
