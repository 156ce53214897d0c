import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../server/articles/article.ts'
import { anArticle } from '../reading/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

const aside = { triage: 'not_a_claim', reason: 'opinion' }

async function desk() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.cleo)
  const cleo = await news.as(news.cleo)
  const lookAt = async (...sentences: number[]) => {
    for (const id of sentences) await cleo.post(`/sentences/${id}/triage`, aside).expect(303)
  }
  const coverage = async (browser = cleo) => {
    const { document } = parseHTML((await browser.get('/articles/1')).text)
    return document.getElementById('coverage')?.textContent?.replaceAll(/\s+/g, ' ') ?? ''
  }
  const told = async () => {
    const { document } = parseHTML((await cleo.get('/articles/1/history')).text)
    return document.body.textContent?.replaceAll(/\s+/g, ' ') ?? ''
  }
  return { ...news, article, browser: cleo, lookAt, coverage, told, now: () => readArticle(news.db.reader, 1) }
}

const all = [1, 2, 3, 4, 5, 6, 7]

describe('signing an article off', () => {
  it('is offered when every sentence was looked at, and kept with who did it and when', async () => {
    const { browser, lookAt, coverage, told, now } = await desk()
    await lookAt(1, 2, 3, 4, 5, 6)
    expect(await coverage()).toContain('6 of 7 sentences looked at')
    expect(await coverage()).not.toContain('Sign off')
    await lookAt(7)
    expect(await coverage()).toContain('Sign off Every sentence was looked at.')
    await browser.post('/articles/1/sign-off').expect(303)
    expect(await now()).toMatchObject({ signedOffAt: expect.any(String), signOffWaiver: null })
    expect(await coverage()).toMatch(/Signed off by Cleo, \d+ \w+ \d{4}/)
    expect(await told()).toContain('Cleo signed off the article Port Ellery argues.')
    expect((await browser.get('/articles')).text).toMatch(/class="ok">.*signed off/)
  })

  it('counts a claim as looked at', async () => {
    const { browser, lookAt, article } = await desk()
    await article.claim('Nobody complained')
    await lookAt(1, 2, 3, 5, 6, 7)
    await browser.post('/articles/1/sign-off').expect(303)
  })

  it('twice is once', async () => {
    const { browser, lookAt, as, edith, coverage, told } = await desk()
    await lookAt(...all)
    await browser.post('/articles/1/sign-off').expect(303)
    await (await as(edith)).post('/articles/1/sign-off').expect(303)
    expect(await coverage()).toContain('Signed off by Cleo')
    expect((await told()).match(/signed off the article/g)?.length).toBe(1)
  })

  it('is refused while a sentence is untouched', async () => {
    const { browser, lookAt, now } = await desk()
    await lookAt(1, 2, 3, 4, 5, 6)
    const answer = await browser.post('/articles/1/sign-off').expect(422)
    expect(answer.text).toContain('1 sentence of 7 was not looked at yet')
    expect((await now()).signedOffAt).toBeNull()
  })

  it('is for checkers, on articles that there are', async () => {
    const { as, rita, browser, lookAt } = await desk()
    await lookAt(...all)
    const reader = await as(rita)
    await reader.post('/articles/1/sign-off').expect(403)
    await reader.get('/articles/1/sign-off').expect(403)
    expect((await reader.get('/articles/1')).text).not.toContain('sign-off')
    for (const path of ['/articles/9/sign-off', '/articles/9/sign-off/withdrawal']) await browser.post(path).expect(404)
    await browser.get('/articles/9/sign-off').expect(404)
  })
})

describe('with sentences left', () => {
  it('an editor gives the reason, which is shown with the article', async () => {
    const { as, edith, lookAt, coverage, told, now } = await desk()
    await lookAt(1, 2, 3)
    const editor = await as(edith)
    expect(await coverage(editor)).toContain('Sign off although sentences are left')
    expect((await editor.get('/articles/1/sign-off')).text).toContain('4 sentences of 7 were not looked at yet')
    const refused = await editor.post('/articles/1/sign-off', { waiver: ' ' }).expect(422)
    expect(refused.text).toContain('4 sentences were not looked at yet. Look at them')
    await editor.post('/articles/1/sign-off', { waiver: 'The rest is a recipe <for> soup' }).expect(303)
    expect((await now()).signOffWaiver).toBe('The rest is a recipe <for> soup')
    expect(await coverage()).toContain('with sentences left: The rest is a recipe <for> soup')
    expect(await told()).toContain('with 4 sentences not looked at: The rest is a recipe <for> soup')
  })

  it('a checker cannot waive them', async () => {
    const { browser, coverage, now } = await desk()
    expect(await coverage()).not.toContain('Sign off')
    const page = await browser.get('/articles/1/sign-off').expect(200)
    expect(page.text).toContain('ask an editor')
    expect(page.text).not.toContain('<textarea')
    await browser.post('/articles/1/sign-off', { waiver: 'The rest is dull' }).expect(403)
    expect((await now()).signedOffAt).toBeNull()
  })

  it('a reason that is not needed is not kept', async () => {
    const { as, edith, lookAt, now } = await desk()
    await lookAt(...all)
    await (await as(edith)).post('/articles/1/sign-off', { waiver: 'Just in case' }).expect(303)
    expect((await now()).signOffWaiver).toBeNull()
  })
})

describe('a sign-off', () => {
  it('ends by hand', async () => {
    const { browser, lookAt, now, told } = await desk()
    await lookAt(...all)
    await browser.post('/articles/1/sign-off')
    await browser.post('/articles/1/sign-off/withdrawal').expect(303)
    expect(await now()).toMatchObject({ signedOffAt: null, signOffWaiver: null })
    expect(await told()).toContain('Cleo took back the sign-off of Port Ellery argues.')
    await browser.post('/articles/1/sign-off/withdrawal').expect(303)
    expect((await told()).match(/took back the sign-off/g)?.length).toBe(1)
  })

  it('ends when a sentence is untouched again, not when it only gets another reason', async () => {
    const { browser, lookAt, now, told } = await desk()
    await lookAt(...all)
    await browser.post('/articles/1/sign-off')
    await browser.post('/sentences/6/triage', { ...aside, reason: 'question' }).expect(303)
    expect((await now()).signedOffAt).not.toBeNull()
    await browser.post('/sentences/6/triage', { triage: 'untouched' }).expect(303)
    expect((await now()).signedOffAt).toBeNull()
    expect(await told()).toContain('ended the sign-off of Port Ellery argues: a sentence is to be looked at again.')
  })
})
