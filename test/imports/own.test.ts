import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { versions } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { addArticle } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { addClaim } from '../../server/claims/make.ts'
import { skeletonOf } from '../../server/imports/skeleton.ts'
import { aNewsroom } from '../exports/a-newsroom.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { desk } from './files.ts'

const hostile = [
  '=1+1',
  "'=guarded once",
  "''=and twice",
  "'only quoted'",
  '-5 % growth',
  '＝HYPERLINK("https://x.example")',
  '@SUM(A1)',
  '007',
  '1e5',
  '00123456789012345678',
  '2025-04',
  'a "quoted" word; and, commas\tand tabs',
  'two\nlines',
  'family 👩‍👩‍👧 and flag 🏴‍☠️',
  'مرحبا‏ (يمين)',
  'x | y | z',
]

/** An article whose paragraphs are those texts, each of them claimed, said by somebody and with evidence. */
async function withTexts({ db, cleo }: Newsroom, texts: string[]): Promise<void> {
  const text = texts.join('\n\n— and then —\n\n')
  const about = { title: '=A title', outlet: "'=Outlet", byline: null, url: null, publishedOn: '2024' }
  const article = { ...about, language: 'de', kind: 'article', text, blocks: linesAsBlocks(text) } as const
  const place = await write(db, (tx) => addArticle(tx, cleo, article))
  const source = await aSource(db, '+source', { url: 'https://s.example/?a=1&b=%20x', publisher: '-P', kind: 'study' })
  let from = 0
  for (const words of texts) {
    const quoteStart = text.indexOf(words, from)
    from = quoteStart + words.length
    const who = { claimant: `@${words}`.replaceAll('\n', ' '), claimantRole: '=Role', reportedBy: '+Paper' }
    const more = { kind: 'numerical', priority: 2, tags: ['=tag', 'Öl'], assigneeId: null, dueOn: null } as const
    const said = { ...who, claimedOn: '2024-02', claimedPlace: null, statement: words, ...more, tags: [...more.tags] }
    const claim = { ...place, quoteStart, quoteEnd: from, ...said }
    const id = await write(db, (tx) => addClaim(tx, cleo, claim))
    await anItem(db, cleo, id, source, words)
  }
}

/** Both files, but for the moment when they were made. */
async function filesOf(news: Newsroom, variant: string, delimiter = 'comma') {
  const browser = await news.as(news.ada)
  const file = async (name: string) => {
    const { text } = await browser.get(`/${name}.csv?state=all&variant=${variant}&delimiter=${delimiter}`)
    return text
  }
  const [claims, evidence] = [await file('claims'), await file('evidence')]
  return { claims, evidence, timeless: claims.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z([,;\t]1[,;\t])/g, 'then$1') }
}

const elsewhere = async () => desk(await newsroom({ PUBLIC_URL: 'https://stet.example' }))

describe('our own files', () => {
  it('come back into an empty newsroom as they were, from both variants and with every delimiter', async () => {
    const home = await aNewsroom()
    await withTexts(home, hostile)
    const raw = await filesOf(home, 'raw')
    for (const [variant, delimiter] of [
      ['spreadsheet', 'comma'],
      ['spreadsheet', 'semicolon'],
      ['raw', 'tab'],
      ['raw', 'comma'],
    ] as const) {
      const sent = await filesOf(home, variant, delimiter)
      const there = await elsewhere()
      const first = await there.takeIn(sent.claims)
      expect(await there.found(first)).toMatchObject({ state: 'finished', added: 18, leftOut: 0, format: 'own_claims' })
      // Before the evidence is there, what the file counts is not lost.
      expect((await filesOf(there, 'raw')).timeless).toBe(raw.timeless)
      const second = await there.takeIn(sent.evidence)
      expect(await there.found(second)).toMatchObject({ state: 'finished', added: 18, format: 'own_evidence' })
      const back = await filesOf(there, 'raw')
      expect(back.timeless).toBe(raw.timeless)
      expect(back.evidence).toBe(raw.evidence)
      expect((await there.page(first)).match(/already here/g)).not.toBeNull()
      if (variant === 'raw') continue
      const again = await there.send(sent.claims)
      expect(await there.page(again)).toContain('There is nothing to take in: no row is new.')
    }
  }, 60_000)

  it('change nothing where they come from, and say so', async () => {
    const home = await desk(await aNewsroom())
    await withTexts(home, hostile)
    const before = await filesOf(home, 'spreadsheet')
    for (const file of [before.claims, before.evidence]) {
      const id = await home.send(file)
      expect(await home.found(id)).toMatchObject({ outcome: { fresh: 0, already: 18, badRows: 0 } })
      expect((await home.start(id)).status).toBe(422)
    }
    expect(await filesOf(home, 'spreadsheet')).toEqual(before)
  })

  it('of evidence wait for their claims, and never go to another claim of the same number', async () => {
    const home = await aNewsroom()
    const sent = await filesOf(home, 'raw')
    const there = await desk(await aNewsroom())
    const other = sent.evidence.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2020-01-01T00:00:00.000Z')
    const id = await there.send(other.replaceAll(/^1,1,/gm, '901,77,').replaceAll(/^2,1,/gm, '902,77,'))
    const page = await there.page(id)
    expect(page).toContain('Import claims.csv of the same export first')
    expect(await there.found(id)).toMatchObject({ outcome: { fresh: 0, badRows: 2 } })
  })

  it('bring verdicts that are nobody’s here, and are undone as a whole', async () => {
    const home = await aNewsroom()
    const sent = await filesOf(home, 'spreadsheet')
    const there = await elsewhere()
    const first = await there.takeIn(sent.claims)
    const second = await there.takeIn(sent.evidence)
    const [claim] = await there.claims()
    expect(claim).toMatchObject({ id: 1, state: 'decided', decisionId: null, ratingId: 4 })
    const page = (await there.browser.get('/claims/1')).text
    expect(page).toContain('Imported verdict')
    expect(page).toContain('Cleo')
    for (const id of [second, first]) {
      await there.browser.post(`/imports/${id}/undoing`)
      await there.work()
      expect(await there.found(id)).toMatchObject({ state: 'undone', undone: 2, kept: 0 })
    }
    expect((await filesOf(there, 'raw')).evidence.split('\r\n')).toHaveLength(2)
    expect((await there.claims()).map(({ state }) => state)).toEqual(['set_aside', 'set_aside'])
    // They can come again, under numbers that are free.
    expect(await there.found(await there.takeIn(sent.claims))).toMatchObject({ added: 2 })
  })

  it('that somebody has changed by hand are told of by line and column', async () => {
    const sent = await filesOf(await aNewsroom(), 'raw')
    const there = await elsewhere()
    const id = await there.send(sent.claims.replace(',event,', ',rumour,').replace('\r\n2,1-2,', '\r\ntwo,9-2,'))
    const page = await there.page(id)
    expect(page).toContain('<bdi>claim_kind</bdi>:</strong> Stet writes one of these here: numerical,')
    expect(page).toMatch(/<bdi>claim_id<\/bdi>:<\/strong> This is not the number/)
    expect(page).toMatch(/<bdi>claim_number<\/bdi>:<\/strong> This is not the number/)
  })

  it('go on where the server ended, in the same articles', async () => {
    const home = await aNewsroom()
    await withTexts(home, hostile)
    const sent = await filesOf(home, 'raw')
    const there = await elsewhere()
    const { sqlite } = there.db.writer
    sqlite.exec(
      `CREATE TEMP TRIGGER broken BEFORE INSERT ON claims WHEN NEW.statement = '007' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    )
    let milliseconds = 0
    // Each row seems to take five of them, so a few are in before it breaks.
    const time = vi.spyOn(performance, 'now').mockImplementation(() => (milliseconds += 5))
    const id = await there.takeIn(sent.claims)
    time.mockRestore()
    const broken = await there.found(id)
    expect(broken?.state).toBe('running')
    expect(broken?.added).toBeGreaterThan(3)
    sqlite.exec('DROP TRIGGER broken')
    there.clock.advance(3_600_000)
    await there.work()
    expect(await there.found(id)).toMatchObject({ state: 'finished', added: 18 })
    expect((await filesOf(there, 'raw')).timeless).toBe(sent.timeless)
    const texts = await there.db.reader.select().from(versions)
    expect(texts).toHaveLength(2)
    for (const { versionId, quote, quoteStart, quoteEnd, suffix } of await there.claims()) {
      const text = texts.find((one) => one.id === versionId)?.text ?? ''
      expect(text.slice(quoteStart, quoteEnd)).toBe(quote)
      expect(text.slice(quoteEnd, quoteEnd + 20)).toBe(suffix.slice(0, 20))
    }
  })

  it('keep what a spreadsheet said of verdicts', async () => {
    const archive = await elsewhere()
    await archive.takeIn(
      'Claim,Rating,Why,Checked by,Checked on,URL\n=Rent rose,Pants on fire,It fell.,Ann,2019-04,https://a.example/1\n',
    )
    const sent = await filesOf(archive, 'spreadsheet')
    for (const said of ['Pants on fire', 'It fell.', 'Ann', '2019-04', 'https://a.example/1', ',imported,'])
      expect(sent.claims).toContain(said)
    const there = await elsewhere()
    await there.takeIn(sent.claims)
    expect((await filesOf(there, 'spreadsheet')).timeless).toBe(sent.timeless)
  })

  const list = join(import.meta.dirname, '../../../shared/data/hostile/blns/blns.json')
  it.skipIf(!existsSync(list))(
    'of naughty strings come back as they were',
    async () => {
      const home = await newsroom({ PUBLIC_URL: 'https://stet.example' })
      const strings: string[] = JSON.parse(readFileSync(list, 'utf8'))
      // As every form takes them: without white space around them, and something to be seen.
      const kept = strings.map((text) => text.trim()).filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text))
      const short = [...new Set(kept)].filter((text) => text.length < 200 && !/\p{Cc}/u.test(text))
      // Every other one, since each is a claim with evidence.
      const some = short.filter((_text, at) => at % 2 === 0)
      await withTexts(home, some)
      const sent = await filesOf(home, 'spreadsheet')
      const there = await elsewhere()
      await there.takeIn(sent.claims)
      await there.takeIn(sent.evidence)
      const back = await filesOf(there, 'spreadsheet')
      expect(back.timeless).toBe(sent.timeless)
      expect(back.evidence).toBe(sent.evidence)
    },
    60_000,
  )
})

describe('a text of which only quotes are known', () => {
  const text = 'It rose by 5 %. Then it fell, they say. And so on.'
  const claim = (quote: string, start = text.indexOf(quote), claimThere = start) => ({
    quote,
    start,
    end: start + quote.length,
    claimThere,
  })

  it('has them where they stood, also within and across each other', () => {
    const quotes = ['by 5 %', 'rose by 5 %. Then it', '5 %. Then it fell', 'so on.']
    const { text: made, spans } = skeletonOf(quotes.map((quote) => claim(quote)))
    expect(made).toBe('\n\n\nrose by 5 %. Then it fell\n\n[…]\n\n\n\n\n\n\n\n\n\n\nso on.')
    for (const quote of quotes) {
      const { start, end } = spans.get(text.indexOf(quote)) ?? { start: 0, end: 0 }
      expect(made.slice(start, end)).toBe(quote)
    }
  })

  it('has those that cannot stand there at its end', () => {
    const { text: made, spans } = skeletonOf([claim('rose'), claim('sank', text.indexOf('rose'), 99)])
    expect(made).toBe('\n\n\nrose\n\nsank')
    expect(spans.get(99)).toEqual({ start: 9, end: 13 })
  })
})
