import { comparable } from '../../server/claims/comparable.ts'
import { type Newsroom } from '../support/newsroom.ts'
import { aNewsroom } from '../exports/a-newsroom.ts'
import { fieldsIn, textOf } from './read-page.ts'
import { expect } from 'vitest'

export type Fields = Record<string, string>
type Browser = Awaited<ReturnType<Newsroom['as']>>

/** A form: where it is sent, what it needs besides, its fields of free text, and where they are read again. */
export type Form = {
  path: string
  needs: Fields
  lines: string[]
  texts: string[]
  /** The page with the form filled in anew, if it can be edited. */
  edit?: string
  /** The page where the text is read. */
  page?: string
}

export const forms: Record<string, Form> = {
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
    texts: ['rationale', 'override'],
    page: '/claims/2',
  },
  attempt: {
    path: '/claims/2/attempts',
    needs: { purpose: 'reply', way: 'email', askedOn: '2025-05-01', outcome: 'waiting' },
    lines: ['whom'],
    texts: ['asked'],
    page: '/claims/2',
  },
  search: { path: '/claims/2/searches', needs: { side: 'refutes' }, lines: [], texts: ['note'], page: '/claims/2' },
  withdrawal: { path: '/evidence/1/withdrawal', needs: {}, lines: [], texts: ['reason'], page: '/claims/1' },
  'setting aside': {
    path: '/claims/2/state',
    needs: { state: 'set_aside', version: '1' },
    lines: ['reason'],
    texts: [],
    page: '/claims/2',
  },
  'setting many aside': {
    path: '/claims/changes',
    needs: { claim: '2:1:1', move: 'set_aside' },
    lines: ['reason'],
    texts: [],
    page: '/claims/2',
  },
  'saved list': {
    path: '/lists/1',
    needs: { query: 'state=open', version: '1' },
    lines: ['name'],
    texts: [],
    edit: '/lists/1',
    page: '/lists',
  },
  'check of another publisher': {
    path: '/checks',
    needs: { url: 'https://checks.example/1', ratingValue: '1', language: 'en' },
    lines: ['publisher', 'title', 'claimant', 'ratingLabel'],
    texts: ['claim'],
  },
  token: { path: '/account/tokens', needs: { scopes: 'read', days: '7' }, lines: ['name'], texts: [] },
  comment: { path: '/claims/2/threads', needs: {}, lines: [], texts: ['body'] },
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
/** Claimants are found again by their names as compared, so an earlier spelling may come back. */
const isTidied = (form: string, name: string) =>
  form === 'claimant' || ['claimant', 'claimantRole', 'reportedBy'].includes(name)

// Versions go up with every form that is taken, so each string is sent with the newest one.
export async function send(browser: Browser, { path, needs, edit }: Form, typed: Fields) {
  const version = edit && fieldsIn((await browser.get(edit)).text).get('version')
  return browser.post(path, { ...needs, ...(version !== undefined && { version }), ...typed })
}

export async function rooms() {
  const news = await aNewsroom()
  return { ...news, browser: await news.as(news.ada) }
}

export const filled = ({ lines, texts }: Form, text: string) =>
  Object.fromEntries([...lines, ...texts].map((name) => [name, text]))

/** Sends the strings, one a field, and sees that each is kept, or all still stand in the form. */
export async function tryOut(browser: Browser, name: string, form: Form, strings: readonly string[]): Promise<void> {
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
    else if (isTidied(name, field)) expect([name, field, comparable(value)]).toEqual([name, field, comparable(said)])
    else expect([name, field, value]).toEqual([name, field, kept(said)])
    if (words) expect(words).toContain(value)
  }
}

// What a browser shows of a refused text: an input has no line breaks.
const asShown = (text: string, isInput: boolean) => text.replaceAll(/\r\n?|\n/g, isInput ? '' : '\n')
