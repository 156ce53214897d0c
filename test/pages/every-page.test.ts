import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Person } from '../../server/accounts/permissions.ts'
import { type Answer, type Visit, crawl, missingAnchors } from '../support/crawl.ts'
import { demoNewsroom } from '../support/demo.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'

async function walk(news: Newsroom, person: Person, each = 3): Promise<Visit[]> {
  const browser = await news.as(person)
  const get = async (path: string): Promise<Answer> => {
    const answer = await browser.get(path).buffer(true)
    const { location, 'content-type': type = '' } = answer.headers
    return { status: answer.status, text: answer.text ?? '', type, location }
  }
  return crawl(get, { each })
}

const isPage = ({ answer }: Visit) => answer.type.startsWith('text/html') && answer.status === 200

it('is linked to by no dead link, for anybody', { timeout: 120_000 }, async () => {
  const news = await demoNewsroom()
  for (const person of [news.ada, news.cleo, news.rita]) {
    const visits = await walk(news, person)
    expect(visits.length).toBeGreaterThan(30)
    const dead = visits.filter(({ answer }) => answer.status !== 200 && answer.status !== 303)
    expect(
      dead.map(({ path, from, answer }) => `${answer.status} ${path} (linked from ${from}, seen by ${person.name})`),
    ).toEqual([])
    const nowhere = visits
      .filter(isPage)
      .flatMap(({ path, answer }) => missingAnchors(answer).map((id) => `${path}#${id}`))
    expect(nowhere).toEqual([])
  }
})

it('is valid HTML, whole or a fragment', { timeout: 120_000 }, async () => {
  const news = await demoNewsroom()
  for (const person of [news.ada, news.rita]) {
    const problems: string[] = []
    for (const { path, answer } of (await walk(news, person)).filter(isPage)) {
      const report = await validator.validateString(answer.text, path)
      for (const message of report.results.flatMap(({ messages }) => messages)) {
        problems.push(`${path}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`)
      }
    }
    expect(problems.slice(0, 30)).toEqual([])
  }
})

it('asks the database a bounded number of questions', { timeout: 120_000 }, async () => {
  const news = await demoNewsroom()
  const browser = await news.as(news.ada)
  const paths = new Set((await walk(news, news.ada, 2)).filter(isPage).map(({ path }) => path))
  const asked: string[] = []
  for (const path of paths) {
    news.queries.length = 0
    await browser.get(path)
    if (news.queries.length > 26) asked.push(`${path}: ${news.queries.length}`)
  }
  expect(asked).toEqual([])
})

it('changes not a byte of the database when it is read', { timeout: 120_000 }, async () => {
  const news = await demoNewsroom()
  const before = bytesOf(news)
  const visits = await walk(news, news.edith)
  const browser = await news.as(news.edith)
  const signedIn = bytesOf(news)
  for (const { path } of visits)
    await browser.get(path).set('HX-Request', 'true').set('HX-Request-Type', 'partial').buffer(true)
  expect(bytesOf(news)).toBe(signedIn)
  expect(visits.length).toBeGreaterThan(30)
  expect(before).not.toBe(signedIn)
})

// As SQLite sees it: every page of the file, in order.
const bytesOf = ({ db }: Newsroom) => createHash('sha256').update(db.writer.sqlite.serialize()).digest('hex')
