import { describe, expect, it } from 'vitest'
import { settings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { published, typedCorrection } from '../corrections/published.ts'
import { harbour } from '../evidence/harbour.ts'
import { aReport } from '../reports/a-report.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { rated } from '../verdicts/harbour.ts'

const switchOn = ({ db }: Pick<Newsroom, 'db'>) => write(db, (tx) => tx.update(settings).set({ publicSite: true }))

async function open() {
  const news = await aReport()
  await switchOn(news)
  return news
}

/** The statements on a page of the front, in their order. */
async function found({ visitor }: Newsroom, address: string): Promise<string[]> {
  const { text } = await visitor.get(address).expect(200)
  return [...text.matchAll(/<h3><a [^>]*>([^<]*)</g)].map(([, statement = '']) => statement)
}

describe('the front', () => {
  it('is the sign-in page until an admin switches the site on, and then what is published', async () => {
    const news = await aReport()
    const { visitor, as, ada, edith } = news
    expect((await visitor.get('/').expect(303)).headers.location).toBe('/sign-in?next=%2F')
    await (await as(edith)).post('/settings/site', { isOn: 'yes', version: 1 }).expect(403)
    await (await as(ada)).post('/settings/site', { isOn: 'yes', version: 1 }).expect(303)
    expect(await found(news, '/')).toEqual(['The harbour closed on Monday.'])
    const desk = await (await as(ada)).get('/').expect(200)
    expect(desk.text).toContain('Articles in work')
    await (await as(ada)).post('/settings/site', { version: 2 }).expect(303)
    await visitor.get('/').expect(303)
  })

  it('may be kept by caches until something is published, sets no cookie, and runs nothing', async () => {
    const news = await open()
    const get = () => news.visitor.get('/').set('Host', 'stet.example')
    const { headers, text } = await get().expect(200)
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(headers['vary']).toContain('Cookie')
    expect(headers['set-cookie']).toBeUndefined()
    expect(text).not.toContain('<script')
    const again = () => get().set('If-None-Match', headers['etag'] ?? '')
    await again().expect(304)
    await published(news, news.third)
    await again().expect(200)
  })

  it('is read page by page, the newest first', async () => {
    const news = await newsroom()
    await switchOn(news)
    for (let number = 1; number <= 8; number++) {
      news.clock.advance(60_000)
      for (const claim of (await harbour(news.db, 3)).claims) await published(news, claim)
    }
    const { text } = await news.visitor.get('/').expect(200)
    const first = await found(news, '/')
    const [, older = ''] = /href="([^"]*)" rel="next"/.exec(text) ?? []
    const rest = await found(news, older.replaceAll('&amp;', '&'))
    expect([first.length, rest.length]).toEqual([20, 4])
    expect(first[0]).toBe('The council denied it.')
    expect(rest.at(-1)).toBe('The harbour closed on Monday.')
    expect(await found(news, '/?after=nonsense')).toEqual(first)
    expect((await news.visitor.get('/?after=2020-01-01T00:00:00.000Z_r1.1')).text).toContain(
      'There are no older checks',
    )
  })
})

describe('the search', () => {
  it.each([
    ['/?q=harbours', 1],
    ['/?q=%22closed+on+monday%22', 1],
    ['/?q=ships', 1],
    ['/?q=ellery', 1],
    ['/?q=harbour+-monday', 0],
    ['/?q=half', 0],
    ['/?rating=false', 1],
    ['/?rating=true', 0],
    ['/?q=%22', 1],
    ['/?q=%E6%B8%AF', 0],
    ['/?q=twelve+boats', 0],
    ['/?q=whistle', 0],
    ['/?q=quay', 0],
  ])('finds what is published and nothing else (%s)', async (address, count) => {
    expect(await found(await open(), address)).toHaveLength(count)
  })

  it('does not count anew for each search what all checks can be narrowed to', async () => {
    const { visitor, queries } = await open()
    const counting = () => queries.filter((sql) => sql.includes('group by "public_facets"."value"')).length
    await visitor.get('/').expect(200)
    expect(counting()).toBe(2)
    await visitor.get('/?q=harbour').expect(200)
    expect(counting()).toBe(2)
  })

  it('follows corrections, and loses what is withdrawn', async () => {
    const news = await open()
    const { db, cleo, edith, claim, decision } = news
    const correct = async (kind: 'correction' | 'withdrawal', decision: number) => {
      const { note, rationale } = typedCorrection(decision)
      const asked = { kind, note, rationale, ratingId: rated.halfTrue, explanation: null, decision }
      const { proposalId } = await proposeCorrection(db, cleo, claim, asked)
      return answerProposal(db, edith, proposalId, { outcome: 'approved', reason: null })
    }
    await correct('correction', decision)
    expect(await found(news, '/?q=night')).toHaveLength(1)
    expect(await found(news, '/?q=%22ships+all+day%22')).toEqual([])
    expect((await news.visitor.get('/')).text).toContain('Half true (1)')
    await correct('withdrawal', decision + 2)
    expect(await found(news, '/?q=harbour')).toEqual([])
    expect((await news.visitor.get('/')).text).not.toContain('Half true')
  })
})

describe('what the newsroom tells of itself', () => {
  it('is written by editors, looked at before it is saved, and linked from then on', async () => {
    const news = await open()
    const { visitor, as, edith, cleo } = news
    const editor = await as(edith)
    await visitor.get('/how-we-check').expect(404)
    expect((await visitor.get('/')).text).not.toContain('/how-we-check')
    await (await as(cleo)).post('/settings/site/method', { text: 'X', version: 0 }).expect(403)
    const typed = { text: 'We *ask* twice. <script>alert(1)</script>', version: 0 }
    const looked = await editor.post('/settings/site/method', { ...typed, preview: 'yes' }).expect(200)
    expect(looked.text).toContain('<em>ask</em> twice. &lt;script&gt;')
    await visitor.get('/how-we-check').expect(404)
    await editor.post('/settings/site/method', typed).expect(303)
    const { text } = await visitor.get('/how-we-check').expect(200)
    expect(text).toContain('<em>ask</em> twice. &lt;script&gt;')
    expect(text).toContain('Last changed on <time datetime="2025-05-12T09:00:00.000Z">')
    expect((await visitor.get('/')).text).toContain('<a href="/how-we-check">How we check</a>')
    const history = await (await as(cleo)).get('/history').expect(200)
    expect(history.text).toContain('wrote the page “How we check” of the public site.')
  })

  it('has the headings of its text under its title, from the second rank on', async () => {
    const { visitor, as, edith } = await open()
    const text = '### Who\n\nWe.\n\n##### Since when\n\n1998.\n\n### Who pays\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'
    await (await as(edith)).post('/settings/site/about', { text, version: 0 }).expect(303)
    const page = (await visitor.get('/who-we-are').expect(200)).text
    const outline = [...page.matchAll(/<(h\d)[^>]*>([^<]*)/g)].map(([, rank, words]) => `${rank} ${words}`)
    expect(outline).toEqual(['h1 Who we are', 'h2 Who', 'h3 Since when', 'h2 Who pays'])
  })

  it('keeps every version, and is taken off by an empty one', async () => {
    const { visitor, as, edith } = await open()
    const editor = await as(edith)
    await editor.post('/settings/site/contact', { text: 'Ring us.', version: 0 }).expect(303)
    const late = await editor.post('/settings/site/contact', { text: 'Call us.', version: 0 }).expect(409)
    expect(late.text).toContain('Ring us.')
    expect(late.text).toContain('Call us.')
    await editor.post('/settings/site/contact', { text: '', version: 1 }).expect(303)
    await visitor.get('/contact').expect(404)
    const first = await editor.get('/settings/site/contact/versions/1').expect(200)
    expect(first.text).toContain('Ring us.')
    await editor.get('/settings/site/contact/versions/3').expect(404)
    await editor.get('/settings/site/nothing').expect(404)
  })

  it('is not there while the site is off', async () => {
    const { visitor, as, edith } = await aReport()
    await (await as(edith)).post('/settings/site/about', { text: 'We are us.', version: 0 }).expect(303)
    await visitor.get('/who-we-are').expect(404)
  })
})

it('is valid HTML, the form for errors too', async () => {
  const news = await open()
  await (await news.as(news.edith)).post('/settings/site/contact', { text: 'Ring **us**.', version: 0 }).expect(303)
  const paths = [
    '/',
    '/?q=harbour&rating=false',
    '/?q=nothing',
    '/contact',
    '/report-an-error',
    '/report-an-error/sent',
  ]
  const pages = await Promise.all(paths.map((path) => news.visitor.get(path).expect(200)))
  pages.push(await news.visitor.post('/report-an-error', { website: 'x', link: 'y', email: 'z' }).expect(422))
  for (const { text } of pages) {
    const report = await validator.validateString(text)
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  }
})
