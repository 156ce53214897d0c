import { describe, expect, it } from 'vitest'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { evidenceOf } from '../../server/evidence/evidence.ts'
import { historyOf, plainLine } from '../../server/history/history.ts'
import { snapshotAddress } from '../../server/snapshots/words.ts'
import { newsroom } from '../support/newsroom.ts'
import { aCopy } from './copies.ts'
import { aSource, anItem, harbour } from './harbour.ts'

const log = [
  'Log of the harbour office',
  'The gates were shut at six on Monday the 3rd, by order of the warden.',
  'Twelve boats stayed outside until the morning, and “nobody was told why”.',
]
const near = 'The gates were closed at six on Monday the 3rd, by order of the mayor.'

async function withCopy(pages?: number[]) {
  const news = await newsroom()
  const { claims, article } = await harbour(news.db)
  const [claim = 0] = claims
  const source = await aSource(news.db, 'Harbour log', { url: 'https://log.example/12' })
  const copy = await aCopy(news.db, source, log, pages)
  await runDueJobs(news.world, jobKinds)
  return { ...news, claim, article, source, copy, browser: await news.as(news.cleo) }
}

const typed = { stance: 'supports', locator: '', note: '', source_q: '' }
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')

describe('a passage that is added', () => {
  it('is looked up, and the ledger says whether it is in the copy and leads to its place', async () => {
    const { db, cleo, browser, claim, source, copy } = await withCopy()
    for (const passage of ['"nobody was told why"', near, 'The mayor kept the gates open for nine days.'])
      await browser.post(`/claims/${claim}/evidence`, { ...typed, source, passage }).expect(303)
    const [exact, nearly, missing] = await evidenceOf(db.reader, cleo, claim)
    expect(exact).toMatchObject({ passageMatch: 'exact', snapshotId: copy, locator: 'paragraph 3', passageThere: null })
    expect(nearly).toMatchObject({ passageMatch: 'near', passageThere: log[1], locator: 'paragraph 2' })
    expect(missing).toMatchObject({ passageMatch: 'missing', snapshotId: copy, passageStart: null, locator: null })

    const page = (await browser.get(`/claims/${claim}`).expect(200)).text
    const start = log.join('\n\n').indexOf('“nobody')
    expect(page).toContain(
      `<a href="${snapshotAddress({ id: copy, sourceId: source }, { start, end: start + 21 }).replace('#', `&amp;claim=${claim}#`)}">Found word for word</a>`,
    )
    expect(page).toContain('<del><span class="unseen">only in the passage: </span>closed</del>')
    expect(page).toContain('<ins><span class="unseen">only in the copy: </span>shut</ins>')
    expect(plain(page)).toMatch(/These words are not in the copy kept on \d+ \w+ \d{4}\. Look for them/)
  })

  it('keeps the locator that was typed, and names the page where there are pages', async () => {
    const { db, cleo, claim, source, browser } = await withCopy([1, 2])
    await browser.post(`/claims/${claim}/evidence`, { ...typed, source, passage: 'Twelve boats' }).expect(303)
    await browser
      .post(`/claims/${claim}/evidence`, { ...typed, source, passage: 'by order', locator: 'sheet 9' })
      .expect(303)
    const items = await evidenceOf(db.reader, cleo, claim)
    expect(items.map(({ locator }) => locator)).toEqual(['p. 2, paragraph 2', 'sheet 9'])
  })

  it('is looked up again when it is changed', async () => {
    const { db, cleo, claim, source, browser } = await withCopy()
    const id = await anItem(db, cleo, claim, source, 'Nothing of the kind was written in that log.')
    const { source_q: _q, ...edited } = typed
    await browser.post(`/evidence/${id}`, { ...edited, passage: 'by order of the warden', version: 1 }).expect(303)
    expect((await evidenceOf(db.reader, cleo, claim))[0]).toMatchObject({ passageMatch: 'exact', version: 2 })
  })

  it('waits for a copy, and the ledger says that there is none', async () => {
    const { db, as, cleo } = await newsroom()
    const { claims } = await harbour(db)
    const source = await aSource(db, 'No copy')
    await anItem(db, cleo, claims[0] ?? 0, source)
    const page = (await (await as(cleo)).get(`/claims/${claims[0]}`).expect(200)).text
    expect(plain(page)).toContain('Not looked up: no copy with a text is kept of this source.')
  })
})

describe('a new copy', () => {
  it('has every passage of the source looked up in it; what is lost keeps where it was', async () => {
    const { db, world, cleo, claim, source, copy, browser } = await withCopy()
    const id = await anItem(db, cleo, claim, source, 'by order of the warden')
    await anItem(db, cleo, claim, source, 'Twelve boats stayed outside')
    const changed = await aCopy(db, source, [log[0] ?? '', log[2] ?? ''])
    await runDueJobs(world, jobKinds)
    const [lost, kept] = await evidenceOf(db.reader, cleo, claim)
    const start = log.join('\n\n').indexOf('by order')
    expect(lost).toMatchObject({
      passageMatch: 'missing',
      snapshotId: changed,
      passageLastIn: copy,
      passageStart: start,
      version: 1,
    })
    expect(kept).toMatchObject({ passageMatch: 'exact', snapshotId: changed, passageLastIn: null })
    const lines = await historyOf(db.reader, cleo, { claim }, { limit: 9 })
    expect(lines.map(plainLine).filter((line) => line.includes('looked up'))).toHaveLength(1)

    const page = plain((await browser.get(`/claims/${claim}`).expect(200)).text)
    expect(page).toContain('They were in the copy kept on')
    // The next copy has it again.
    await aCopy(db, source, log)
    await runDueJobs(world, jobKinds)
    expect((await evidenceOf(db.reader, cleo, claim)).find((item) => item.id === id)).toMatchObject({
      passageMatch: 'exact',
    })
  })

  it('is not needed by what was withdrawn, and one without a text changes nothing', async () => {
    const { db, world, cleo, claim, source, copy } = await withCopy()
    await anItem(db, cleo, claim, source, 'by order of the warden')
    await aCopy(db, source, [''])
    await runDueJobs(world, jobKinds)
    expect((await evidenceOf(db.reader, cleo, claim))[0]).toMatchObject({ passageMatch: 'exact', snapshotId: copy })
  })

  it('that is very long is looked through in a job when evidence is added', async () => {
    const { db, world, cleo, claim } = await withCopy()
    const book = await aSource(db, 'A book')
    const chapter = Array.from(
      { length: 9_000 },
      (_, n) => `In entry ${n} the clerk wrote down ${n * 7} crowns of dues for the wharf.`,
    )
    await aCopy(db, book, [...chapter, 'At the very end the warden signed.'])
    await runDueJobs(world, jobKinds)
    await anItem(db, cleo, claim, book, 'At the very end the warden signed.')
    expect((await evidenceOf(db.reader, cleo, claim)).at(-1)?.passageMatch).toBeNull()
    await runDueJobs(world, jobKinds)
    expect((await evidenceOf(db.reader, cleo, claim)).at(-1)).toMatchObject({
      passageMatch: 'exact',
      locator: 'paragraph 9001',
    })
  })
})

it('is in the exports: yes, nearly, no, and empty where nothing was looked up', async () => {
  const { db, cleo, claim, source, browser } = await withCopy()
  for (const passage of ['by order of the warden', near, 'Nobody shut anything at all that day.'])
    await anItem(db, cleo, claim, source, passage)
  await anItem(db, cleo, claim, await aSource(db, 'No copy'), 'Anything')
  const rows = JSON.parse((await browser.get('/evidence.json').expect(200)).text) as unknown
  const found = JSON.stringify(rows).match(/"passage_found":("\w+"|null)/g)
  expect(found).toEqual([
    '"passage_found":"yes"',
    '"passage_found":"nearly"',
    '"passage_found":"no"',
    '"passage_found":null',
  ])
})

it('is asked for by a rule of the newsroom, before a verdict', async () => {
  const { db, as, ada, cleo, claim, source, browser } = await withCopy()
  const rules = { evidence: 'off', weight: 'off', both_sides: 'off', claimant_asked: 'off', passages: 'warning' }
  await (await as(ada)).post('/policies', { ...rules, stamp: 'warning.warning.off.off.off' }).expect(303)
  await anItem(db, cleo, claim, source, 'Nobody shut anything at all that day.')
  const page = plain((await browser.get(`/claims/${claim}`).expect(200)).text)
  expect(page).toContain('Every passage was found in a kept copy: not yet. Not in the copy of “Harbour log”.')
})
