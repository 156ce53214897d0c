import { describe, expect, it } from 'vitest'
import { wordsOf } from '../accounts/cookies.ts'
import { aNewsroom } from './a-newsroom.ts'

async function atTheDesk() {
  const news = await aNewsroom()
  return news.as(news.rita)
}

const leads: [chosen: Record<string, string>, address: string][] = [
  [{ file: 'verdicts', filter: 'state=decided', variant: 'workbook' }, '/verdicts.xlsx?state=decided'],
  [{ file: 'corrections', variant: 'raw', delimiter: 'tab' }, '/corrections.csv?variant=raw&delimiter=tab'],
  [{ file: 'history', filter: 'article=1', variant: 'spreadsheet' }, '/history.csv?article=1'],
  [
    { file: 'history', filter: 'person=3&from=2025-01-01', variant: 'workbook', of: 'history' },
    '/history.xlsx?person=3&from=2025-01-01',
  ],
]

describe('the page where a file is chosen', () => {
  it('is linked to from the claims, an article and the history, with their filters', async () => {
    const browser = await atTheDesk()
    const link = async (page: string) => /href="(\/exports\/new[^"]*)"/.exec((await browser.get(page)).text)?.[1]
    expect(await link('/claims?state=decided')).toBe('/exports/new?state=decided')
    expect(await link('/articles/1')).toBe('/exports/new?article=1')
    expect(await link('/history?kind=claims')).toBe('/exports/new?of=history&amp;kind=claims')
  })

  it('offers every file of an article, says what each is, and what no file holds', async () => {
    const words = wordsOf(await (await atTheDesk()).get('/exports/new?article=1').expect(200))
    for (const said of ['Claims A row', 'Evidence A row', 'Verdicts A row', 'Corrections A row', 'History A row'])
      expect(words).toContain(said)
    expect(words).toContain('007 becomes 7')
    expect(words).toContain('Evidence from confidential sources')
  })

  it('offers no history of a filtered list, and of the history nothing else', async () => {
    const browser = await atTheDesk()
    expect((await browser.get('/exports/new?state=decided')).text).not.toContain('value="history"')
    const { text } = await browser.get('/exports/new?of=history&person=3').expect(200)
    expect(text).toContain('<input type="hidden" name="file" value="history" />')
    expect(text).not.toContain('value="verdicts"')
  })

  it('leads to the file, and notes in the history whatever is taken', async () => {
    const browser = await atTheDesk()
    for (const [chosen, address] of leads) {
      const answer = await browser.post('/exports', chosen).expect(303)
      expect(answer.headers.location).toBe(address)
      expect((await browser.get(address).buffer(true)).status).toBe(200)
    }
    const words = wordsOf(await browser.get('/history?kind=exports'))
    expect(words).toContain('exported the verdicts as a workbook, filtered by state=decided')
    expect(words).toContain('exported the corrections as CSV (raw).')
    expect(words).toMatch(/exported the list of the history of [^.]+ as CSV \(spreadsheet\), filtered by article=1/)
  })

  it('comes back with a sentence when the file cannot be had, nothing noted', async () => {
    const browser = await atTheDesk()
    const bad: Record<string, string>[] = [
      { file: 'people' },
      { file: 'claims', filter: 'state=done' },
      { file: 'claims', variant: 'xls' },
      { file: 'history', filter: 'kind=sign_ins', of: 'history' },
      { file: 'history', filter: 'state=open' },
    ]
    const before = (await browser.get('/history.json?kind=exports')).text
    for (const fields of bad) {
      const { text } = await browser.post('/exports', fields).expect(422)
      expect(text).toContain('class="export-choice"')
    }
    expect((await browser.get('/history.json?kind=exports')).text).toBe(before)
    await browser.get('/exports/new?article=9').expect(404)
  })
})
