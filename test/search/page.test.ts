import { describe, expect, it } from 'vitest'
import { aClaim } from '../claims/port-ellery.ts'
import { aSource } from '../evidence/harbour.ts'
import { corpus, nasty } from '../hostile/strings.ts'
import { validator } from '../support/validator.ts'
import { anArchive, idsFound } from './an-archive.ts'

const told = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the page of a search', () => {
  it('is valid in all its states, asks few questions, and shows nothing of what was typed as code', async () => {
    const { cleos, queries, db, cleo, article } = await anArchive()
    await aClaim(db, cleo, article, { statement: 'He said <b>“truce & peace”</b> to <i>all</i>.' })
    await aSource(db, 'Secret truce', { confidential: true })
    const states = [
      '',
      '?q=truce',
      '?q=harbour',
      '?q=zzz',
      '?q=-harbour',
      '?q=%25',
      '?q=the+harbour&from=x&to=2020-01-01',
      '?q=harbour&kind=sources&page=2',
      '?q=b+OR+%22said%22+OR+tally',
    ]
    for (const state of states) {
      queries.length = 0
      const { text, status } = await cleos.get(`/search${state}`)
      expect([state, status, queries.length <= 24]).toEqual([state, 200, true])
      const report = await validator.validateString(text, state)
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => [state, message]))).toEqual([])
    }
    const page = (await cleos.get('/search?q=truce')).text
    expect(page).toContain('&lt;b&gt;“<mark>truce</mark> &amp; peace”&lt;/b&gt;')
    expect(page).toContain('<span class="tag secret">Confidential</span>')
  })

  it('says what it looked for, and what to do when nothing was found', async () => {
    const { cleos } = await anArchive()
    const page = async (query: string) => told((await cleos.get(`/search${query}`).expect(200)).text)
    expect(await page('?q=the+harbour+-silt+claimant:"A+B"+moor*')).toContain(
      'Searching for harbour , without silt and claimant A B and words that begin with moor .',
    )
    expect(await page('?q=the+harbour')).toContain('Left out, because nearly every text has it: the')
    expect(await page('?q=zzz&kind=sources&state=open')).toMatch(
      /Nothing holds all of this.*search everything.*Search without the other filters/,
    )
    expect(await page('?q=-harbour')).toContain('Say also what to look for')
    expect(await page('?q=%25')).toContain('There is no letter and no digit in this.')
    expect(await page('')).toContain('Type any word that stands in a claim')
    expect(await page('?q=silting&from=1.5.2025')).toContain('Give the whole day, such as 2025-04-23.')
  })

  it('answers with the results alone while somebody types, the last word still open', async () => {
    const { cleos } = await anArchive()
    const typing = await cleos.get('/search?q=quillst&typing=yes').set('HX-Request-Type', 'partial')
    expect(typing.text).toMatch(/^\s*<div id="found"/)
    expect(typing.text).toContain('Émile Quillstrand')
    expect(typing.headers['hx-push-url']).toBeUndefined()
    expect(typing.headers['hx-replace-url']).toBe('/search?q=quillst*')
    expect(await idsFound(cleos, 'quillst')).toEqual({ claims: [1] })
    expect(await idsFound(cleos, 'ledg')).toEqual({})
    expect(await idsFound(cleos, 'ledg', '&typing=yes')).toEqual({ claims: [1] })
    expect(await idsFound(cleos, 'negotiati', '&typing=yes')).toEqual({ copies: [1] })
  })

  it('is there for everybody who is signed in, and for nobody else', async () => {
    const { ritas, visitor } = await anArchive()
    expect(await idsFound(ritas, 'tally')).toEqual({ comments: [1] })
    for (const path of ['/search?q=tally', '/search.json?q=tally']) {
      const answer = await visitor.get(path)
      expect([answer.status, answer.text?.includes('kept')]).toEqual([303, false])
    }
  })

  it('gives an answer to whatever is typed', { timeout: 120_000 }, async () => {
    const { cleos } = await anArchive()
    for (const text of [...nasty, ...corpus]) {
      const q = encodeURIComponent(text.slice(0, 200).toWellFormed())
      const answer = await cleos.get(`/search.json?q=${q}`)
      expect([text, text.includes('\0') ? 400 : 200]).toEqual([text, answer.status])
    }
  })
})
