import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { chainHead } from '../../server/history/chain.ts'
import { record } from '../../server/history/record.ts'
import { aSource, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

async function manyEvents() {
  const news = await newsroom()
  const { article, claims } = await harbour(news.db)
  const [claim = 0] = claims
  await write(news.db, async (tx) => {
    for (let made = 0; made < 120; made++)
      await record(tx, news.cleo, 'claim.set_aside', { article, claim }, { before: 'open', reason: `Reason ${made}.` })
  })
  return { ...news, article, claim, cleos: await news.as(news.cleo) }
}

const reasons = (text: string) => [...text.matchAll(/Reason (\d+)\./g)].map(([, number]) => Number(number))

describe('the history page', () => {
  it('goes on from page to page, each event once, newest first', async () => {
    const { cleos } = await manyEvents()
    const seen: number[] = []
    let next: string | undefined = '/history'
    for (let pages = 0; next && pages < 5; pages++) {
      const { text }: { text: string } = await cleos.get(next).expect(200)
      seen.push(
        ...reasons(text)
          .reverse()
          .toSorted((a, b) => b - a),
      )
      next = /<a href="(\/history\?[^"]*)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index))
  })

  it('has a twin for programs, with the same events', async () => {
    const { cleos, cleo } = await manyEvents()
    const { body } = await cleos.get(`/history.json?person=${cleo.id}&kind=claims`).expect(200)
    expect(body.events).toHaveLength(50)
    expect(body.events[0]).toMatchObject({
      type: 'claim.set_aside',
      actor: 'Cleo',
      text: 'Cleo set claim 1-1 aside: “Reason 119.”',
    })
    expect(body.older).toMatch(/^\/history\.json\?person=3&kind=claims&before=\d+$/)
  })

  it('says what is wrong with a day that is none, and ignores what it does not know', async () => {
    const { cleos } = await manyEvents()
    const wrong = await cleos.get('/history?from=2025-02-30').expect(422)
    expect(wrong.text).toContain('Give the whole day')
    expect(wrong.text).toContain('value="2025-02-30"')
    await cleos.get('/history?from=2025-05-12&to=2025-05-11').expect(422)
    await cleos.get('/history?kind=gossip&person=x&before=-1').expect(200)
  })

  it('asks for as much at a time however long the history is', async () => {
    const { cleos, queries } = await manyEvents()
    queries.length = 0
    await cleos.get('/history?from=2025-01-01').expect(200)
    expect(queries.length).toBeLessThanOrEqual(12)
  })
})

describe('the history of one thing', () => {
  it('is on a page of its own for a claim, an article and a source', async () => {
    const { db, cleos, article, claim } = await manyEvents()
    const source = await aSource(db, 'Harbour log')
    expect((await cleos.get(`/claims/${claim}/history`).expect(200)).text).toContain(
      'History of <span dir="auto">claim 1-1</span>',
    )
    const ofArticle = await cleos.get(`/articles/${article}/history`).expect(200)
    expect(ofArticle.text).toContain(`/articles/${article}/history?before=`)
    expect((await cleos.get(`/sources/${source}`)).text).toContain(`href="/sources/${source}/history"`)
    const ofSource = await cleos.get(`/sources/${source}/history`).expect(200)
    expect(ofSource.text).toContain('added the source')
    expect(reasons(ofSource.text)).toEqual([])
  })

  it.each(['claims', 'articles', 'sources'])('is not there for what is not among the %s', async (things) => {
    const { as, cleo } = await newsroom()
    await (await as(cleo)).get(`/${things}/99/history`).expect(404)
  })
})

describe('checking the history', () => {
  it('is for editors, and says that it is whole', async () => {
    const { db, as, edith, cleos } = await manyEvents()
    await cleos.get('/history/check').expect(403)
    expect((await cleos.get('/history/proof').expect(200)).text).not.toContain('Check the history now')
    const ediths = await as(edith)
    expect((await ediths.get('/history/proof')).text).toContain('Check the history now')
    const { events } = await chainHead(db.reader)
    expect((await ediths.get('/history/check').expect(200)).text).toContain(`The history is whole: ${events} events`)
  })

  it('names the first bad place, and says what to do', async () => {
    const { db, as, edith, cleos } = await manyEvents()
    const sqlite = new Database(db.file)
    sqlite.exec('DROP TRIGGER events_no_delete; DELETE FROM events WHERE seq = 7')
    sqlite.close()
    const { text } = await (await as(edith)).get('/history/check').expect(200)
    expect(text).toContain('Event 7 is missing.')
    expect(text).toContain('What to do')
    // From then on everybody who reads the history is told.
    for (const path of ['/history', '/history/proof'])
      expect((await cleos.get(path)).text).toContain('Event 7 is missing.')
  })

  it('promises no more than it can keep', async () => {
    const { cleos } = await manyEvents()
    const { text } = await cleos.get('/history/proof')
    expect(text).toContain('tamper-evident')
    expect(text).not.toMatch(/tamper-proof|blockchain/i)
  })
})
