import { describe, expect, it } from 'vitest'
import { fold } from '../../server/claims/fold.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { aNewsroom, rowsOf } from '../exports/a-newsroom.ts'
import { fieldsIn, textOf } from './read-page.ts'
import { corpus, invisible, nasty, unstorable } from './strings.ts'

type Fields = Record<string, string>
type Browser = Awaited<ReturnType<Newsroom['as']>>

/** A form: where it is sent, what it needs besides, its fields of free text, and where they are read again. */
type Form = {
  path: string
  needs: Fields
  lines: string[]
  texts: string[]
  /** The page with the form filled in anew, if it can be edited. */
  edit?: string
  /** The page where the text is read. */
  page?: string
}

const forms: Record<string, Form> = {
  claim: {
    path: '/claims/2',
    needs: { kind: 'event', priority: '2', version: '1' },
    lines: ['claimant', 'claimantRole', 'reportedBy', 'claimedPlace'],
    texts: ['statement'],
    edit: '/claims/2/edit',
    page: '/claims/2',
  },
  article: {
    path: '/articles/1',
    needs: { kind: 'article', language: 'en', version: '1' },
    lines: ['title', 'outlet', 'byline'],
    texts: [],
    edit: '/articles/1/edit',
    page: '/articles/1',
  },
  source: {
    path: '/sources/1',
    needs: { kind: 'report', version: '1' },
    lines: ['title', 'publisher', 'author', 'interest'],
    texts: [],
    edit: '/sources/1/edit',
    page: '/sources/1',
  },
  evidence: {
    path: '/evidence/1',
    needs: { stance: 'refutes', version: '1' },
    lines: ['locator'],
    texts: ['passage', 'note'],
    edit: '/evidence/1/edit',
    page: '/claims/1',
  },
  claimant: {
    path: '/claimants/1',
    needs: { version: '1' },
    lines: ['name', 'role'],
    texts: [],
    edit: '/claimants/1',
    page: '/claimants/1',
  },
  verdict: {
    path: '/claims/2/verdicts',
    needs: { rating: '1', version: '1', after: '0' },
    lines: [],
    texts: ['rationale'],
    page: '/claims/2',
  },
  withdrawal: { path: '/evidence/1/withdrawal', needs: {}, lines: [], texts: ['reason'], page: '/claims/1' },
  'setting aside': {
    path: '/claims/2/state',
    needs: { state: 'set_aside', version: '1' },
    lines: ['reason'],
    texts: [],
    page: '/claims/2',
  },
  'own name': { path: '/account/name', needs: { version: '1' }, lines: ['name'], texts: [], edit: '/account' },
  settings: {
    path: '/settings',
    needs: { deciding: 'alone', version: '1' },
    lines: ['newsroom'],
    texts: [],
    edit: '/settings',
  },
}

/** As it is kept: lines ended by LF, nothing around it, and nothing where there is nothing to see. */
const kept = (typed: string) => (/^[\s\p{Cf}]*$/u.test(typed) ? '' : typed.replaceAll(/\r\n?/g, '\n').trim())
/** Claimants are found again by their folded names, so an earlier spelling may come back. */
const isTidied = (form: string, name: string) =>
  form === 'claimant' || ['claimant', 'claimantRole', 'reportedBy'].includes(name)

// Versions go up with every form that is taken, so each string is sent with the newest one.
async function send(browser: Browser, { path, needs, edit }: Form, typed: Fields) {
  const version = edit && fieldsIn((await browser.get(edit)).text).get('version')
  return browser.post(path, { ...needs, ...(version !== undefined && { version }), ...typed })
}

async function rooms() {
  const news = await aNewsroom()
  return { ...news, browser: await news.as(news.ada) }
}

const filled = ({ lines, texts }: Form, text: string) =>
  Object.fromEntries([...lines, ...texts].map((name) => [name, text]))

/** Sends the strings, one a field, and sees that each is kept, or all still stand in the form. */
async function tryOut(browser: Browser, name: string, form: Form, strings: readonly string[]): Promise<void> {
  const fields = [...form.lines, ...form.texts]
  const typed = Object.fromEntries(fields.map((field, index) => [field, strings[index % strings.length] ?? '']))
  const answer = await send(browser, form, typed)
  const isTaken = answer.status === 303
  expect([name, typed, answer.status]).toEqual([name, typed, isTaken ? 303 : 422])
  const shown = isTaken ? (await browser.get(form.edit ?? '')).text : answer.text
  const words = isTaken && form.page ? textOf((await browser.get(form.page)).text) : ''
  const values = fieldsIn(shown)
  for (const field of fields) {
    const said = typed[field] ?? ''
    const value = values.get(field) ?? ''
    if (!isTaken) expect([name, field, value]).toEqual([name, field, asShown(said, form.lines.includes(field))])
    else if (isTidied(name, field)) expect([name, field, fold(value)]).toEqual([name, field, fold(said)])
    else expect([name, field, value]).toEqual([name, field, kept(said)])
    if (words) expect(words).toContain(value)
  }
}

// What a browser shows of a refused text: an input has no line breaks.
const asShown = (text: string, isInput: boolean) => text.replaceAll(/\r\n?|\n/g, isInput ? '' : '\n')

describe('a form', () => {
  const editable = Object.entries(forms).filter(([, form]) => form.edit)

  it.each(editable)('takes nasty text as it is, or gives it back (%s)', async (name, form) => {
    const { browser } = await rooms()
    for (const text of nasty) await tryOut(browser, name, form, [text])
  })

  it.skipIf(corpus.length === 0).each(editable.filter(([, { lines, texts }]) => lines.length + texts.length > 1))(
    'takes all of the big list as it is, or gives it back (%s)',
    { timeout: 180_000 },
    async (name, form) => {
      const { browser } = await rooms()
      const size = form.lines.length + form.texts.length
      for (let at = 0; at < corpus.length; at += size) await tryOut(browser, name, form, corpus.slice(at, at + size))
    },
  )

  it.each(Object.entries(forms))('refuses what cannot be stored or seen, and keeps it (%s)', async (name, form) => {
    const { browser } = await rooms()
    for (const text of unstorable) {
      const answer = await send(browser, form, filled(form, text))
      expect([name, text, answer.status]).toEqual([name, text, 422])
      expect([...fieldsIn(answer.text).values()]).toContain(text)
    }
    for (const field of [...form.lines, ...form.texts]) {
      const endless = 'x'.repeat(400_000)
      const answer = await send(browser, form, { ...filled(form, 'fine'), [field]: endless })
      expect([field, answer.status, answer.text.includes(endless)]).toEqual([field, 422, true])
    }
    const required = name === 'evidence' ? [] : invisible
    for (const text of required) {
      const answer = await send(browser, form, filled(form, text))
      expect([name, text, answer.status]).toEqual([name, text, 422])
    }
  })

  it.each(Object.entries(forms).filter(([, { lines }]) => lines.length > 0))(
    'refuses a line break where there is one line (%s)',
    async (_name, form) => {
      const { browser } = await rooms()
      for (const line of form.lines) {
        const answer = await send(browser, form, { ...filled(form, 'fine'), [line]: 'one\r\ntwo' })
        expect([line, answer.status]).toEqual([line, 422])
      }
    },
  )

  it.each(Object.entries(forms))('takes a field twice no better than none (%s)', async (_name, form) => {
    const { browser } = await rooms()
    for (const name of [...form.lines, ...form.texts, ...Object.keys(form.needs)]) {
      const fields = { ...form.needs, ...filled(form, 'fine'), [name]: ['a', 'b'] }
      expect([name, (await browser.post(form.path, fields)).status]).toEqual([name, 422])
    }
  })

  it.each(Object.entries(forms))('refuses fields that it does not have (%s)', async (_name, form) => {
    const { browser } = await rooms()
    for (const extra of ['role', 'isAdmin', 'id', 'authorId', 'createdAt', '__proto__', 'constructor', 'prototype']) {
      if (form.lines.includes(extra)) continue
      const body = new URLSearchParams({ ...form.needs, ...filled(form, 'fine') })
      body.append(extra, 'x')
      const answer = await browser.post(form.path).send(body.toString())
      expect([extra, answer.status]).toEqual([extra, 422])
    }
  })
})

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
      { rationale: 'R', version: '1', after: '0' },
      'rating',
      ['0', '-1', '1.0', '1e0', '01', ' 1', '999', '9'.repeat(400), 'NaN'],
    ],
    ['/claims/2/verdicts', { rating: '1', rationale: 'R', version: '1' }, 'after', ['-1', '1.5', 'x', '9'.repeat(30)]],
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
    if (lines.reportedBy) expect(fold(row?.reported_by ?? '')).toBe(fold(text))
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

it('no address with such text in it breaks a page', async () => {
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
    expect(textOf(answer.text)).toContain('20,000 are the most')
  }
})
