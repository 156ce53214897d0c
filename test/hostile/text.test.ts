import { comparable } from '../../server/claims/comparable.ts'
import { newsroom } from '../support/newsroom.ts'
import { rowsOf } from '../exports/a-newsroom.ts'
import { fieldsIn, textOf } from './read-page.ts'
import { corpus, nasty, invisible } from './strings.ts'
import { describe, expect, it } from 'vitest'
import { type Fields, type Form, forms, send, rooms } from './forms.ts'

describe('a field of a known kind', () => {
  const wrong: [path: string, needs: Fields, name: string, values: string[]][] = [
    [
      '/sources',
      { title: 'T', kind: 'report' },
      'url',
      [
        'javascript:alert(1)',
        'data:text/html,x',
        '//evil.example',
        'https:',
        'http://a\nb',
        'http://a\tb',
        'https://user:pass@evil.example',
        'https://[',
        'vbscript:x',
        'blob:https://a/b',
        ' javascript:alert(1)',
        'ftp://a',
      ],
    ],
    ['/sources', { title: 'T', kind: 'report' }, 'archivedUrl', ['javascript:alert(1)', 'JaVaScRiPt://%0aalert(1)']],
    [
      '/sources',
      { title: 'T', kind: 'report' },
      'publishedOn',
      ['2025-02-30', '2025-13', '１２３４', 'today', '2025-4-1', '-2025', '2025-04-23T00:00'],
    ],
    ['/sources', { title: 'T' }, 'kind', ['', 'Report', 'constructor', '__proto__', 'toString', ' report']],
    [
      '/claims/2/verdicts',
      { rationale: 'R', override: 'R', version: '1', after: '0' },
      'rating',
      ['0', '-1', '1.0', '1e0', '01', ' 1', '999', '9'.repeat(400), 'NaN'],
    ],
    [
      '/claims/2/verdicts',
      { rating: '1', rationale: 'R', override: 'R', version: '1' },
      'after',
      ['-1', '1.5', 'x', '9'.repeat(30)],
    ],
    ['/people/3/role', { version: '1' }, 'role', ['owner', 'ADMIN', 'admin ', '']],
    ['/claims/2/state', { version: '1', reason: 'R' }, 'state', ['decided!', 'published ', '', 'constructor']],
    [
      '/articles/1',
      { title: 'T', kind: 'article', version: '1' },
      'language',
      ['xx-', '../..', 'en_US_POSIX!', '<b>', '1'.repeat(50)],
    ],
  ]
  it.each(wrong)('%s %o refuses a wrong %s', async (path, needs, name, values) => {
    const { browser } = await rooms()
    for (const value of values) {
      const answer = await browser.post(path, { ...needs, [name]: value })
      expect([value, answer.status]).toEqual([value, 422])
    }
  })
})

it('files hold exactly what was typed', async () => {
  const { browser, decided } = await rooms()
  const form = forms['claim'] as Form
  for (const text of [...nasty, 'two\nlines']) {
    const lines: Fields = text.includes('\n') ? { claimant: 'C' } : { claimant: text, reportedBy: text }
    expect((await send(browser, form, { statement: text, ...lines })).status).toBe(303)
    const csv = await browser.get('/claims.csv?variant=raw').buffer(true)
    const row = rowsOf(csv.text).find(({ claim_id }) => claim_id === '2')
    expect(row?.statement).toBe(text)
    if (lines.reportedBy) expect(comparable(row?.reported_by ?? '')).toBe(comparable(text))
    const { body } = await browser.get('/claims/2.json')
    expect(body.statement).toBe(text)
    const evidence = forms['evidence'] as Form
    expect(
      (await send(browser, evidence, { passage: text, note: text, locator: text.replaceAll('\n', ' ') })).status,
    ).toBe(303)
    const files = await browser.get(`/articles/1/evidence.csv?variant=raw`).buffer(true)
    expect(rowsOf(files.text).find(({ claim_id }) => claim_id === String(decided))?.passage).toBe(text)
  }
})

it('an article is frozen exactly as it was pasted', async () => {
  const { browser, db } = await rooms()
  for (const text of nasty) {
    const typed = `\n \t${text}\n\n${text} `
    const answer = await browser.post('/articles', { title: text, kind: 'article', text: typed, again: 'yes' })
    expect([text, answer.status]).toEqual([text, 303])
    const id = String(answer.headers.location).split('/').at(-1)
    const frozen = db.writer.sqlite.prepare('SELECT text FROM versions WHERE article_id = ?').pluck().get(id)
    expect(frozen).toBe(typed)
    expect(textOf((await browser.get(`/articles/${id}`).expect(200)).text)).toContain(text)
  }
})

it('no address with such text in it breaks a page', { timeout: 240_000 }, async () => {
  const { browser } = await rooms()
  const places = [
    '/claims?q=',
    '/claims?tag=',
    '/claims?rating=',
    '/claims?after=',
    '/claims.json?q=',
    '/claims.csv?q=',
    '/sources?q=',
    '/sources.json?q=',
    '/articles?q=',
    '/articles.json?q=',
    '/history?from=',
    '/history?person=',
    '/history.json?kind=',
    '/claims/1/evidence/new?source_q=',
    '/evidence/source-matches?source_q=',
    '/evidence/source-matches?article=',
    '/articles/1?claim=',
    '/articles/1?sentence=',
    '/claims/new?article=1&end=3&start=',
    '/sign-in?next=',
    '/invitation?code=',
    '/setup?code=',
    '/people/',
    '/claims/',
    '/articles/',
    '/',
  ]
  for (const place of places) {
    for (const text of [...nasty, ...invisible, ...(/^.(?:claims|sources|articles).q=/.test(place) ? corpus : [])]) {
      const { status } = await browser.get(place + encodeURIComponent(text))
      expect([place, text, status < 500]).toEqual([place, text, true])
    }
  }
})

it('bytes that are no text are refused, naming the field, and in addresses they break nothing', async () => {
  const { as, cleo } = await newsroom()
  const browser = await as(cleo)
  for (const bytes of ['%ED%A0%80', '%FF', '%C0%AF', '%F4%90%80%80', '%E0%80', '%', '%zz']) {
    const answer = await browser.post('/sources').send(`kind=report&title=${bytes}`)
    expect([bytes, answer.status]).toEqual([bytes, 400])
    expect(answer.text).toContain('title')
    for (const path of [`/claims?q=${bytes}`, `/sources?q=${bytes}`, `/articles?q=${bytes}`, `/sources/${bytes}`]) {
      expect([path, (await browser.get(path)).status < 500]).toEqual([path, true])
    }
  }
})

it('a long search or address is answered, not obeyed', async () => {
  const { as, cleo } = await newsroom()
  const browser = await as(cleo)
  for (const q of ['a '.repeat(4_000), '%'.repeat(3_000), '_'.repeat(3_000), '\\'.repeat(3_000)]) {
    for (const path of ['/claims', '/sources', '/articles']) {
      const { status } = await browser.get(`${path}?q=${encodeURIComponent(q)}`)
      expect([path, status < 500]).toEqual([path, true])
    }
  }
})

it('an article of more sentences than a page can show is refused, and kept in the form', async () => {
  const { browser } = await rooms()
  for (const piece of ['1. ', 'A! ', 'x\n\n']) {
    const text = piece.repeat(390_000 / piece.length)
    const answer = await browser.post('/articles', { title: 'T', kind: 'article', text })
    expect([piece, answer.status]).toEqual([piece, 422])
    expect(fieldsIn(answer.text).get('text')).toBe(text)
    expect(textOf(answer.text)).toContain('more than 20,000 sentences')
  }
})
