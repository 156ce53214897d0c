import { expect, it } from 'vitest'
import { joinPieces } from '../../server/articles/blocks.ts'
import { type Excerpt, excerpt } from '../../server/snapshots/excerpt.ts'
import { aSnapshot } from './copies.ts'
import { copyRoom } from './copy-room.ts'

const documentOf = (paragraphs: string[]) => ({
  ...joinPieces(paragraphs.map((text) => ({ kind: 'paragraph', text }))),
  pages: null,
})

/** All screens of a text, from its beginning to its end. */
function screens(found: ReturnType<typeof documentOf>): Excerpt[] {
  const all = [excerpt(found, 0)]
  for (let next = all[0]?.next; next !== undefined && all.length < 1_000; next = all.at(-1)?.next)
    all.push(excerpt(found, next))
  return all
}

it.each([
  ['many paragraphs', Array.from({ length: 3_000 }, (_, number) => `Paragraph ${number}. ${'x '.repeat(number % 90)}`)],
  ['one endless paragraph', ['😀'.repeat(150_000)]],
  ['long ones between short ones', ['a', 'b'.repeat(90_000), 'c', 'd'.repeat(39_999), 'e']],
])('a text of %s comes in screens that hold all of it, once', (_name, paragraphs) => {
  const found = documentOf(paragraphs)
  const all = screens(found)
  expect(all.length).toBeGreaterThan(2)
  const shown = new Map<number, string>()
  for (const { blocks } of all) {
    expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(40_000)
    for (const { number, text } of blocks) {
      expect(text.isWellFormed()).toBe(true)
      shown.set(number, (shown.get(number) ?? '') + text)
    }
  }
  expect([...shown.values()]).toEqual(paragraphs)
})

it('goes back as far as it goes on', () => {
  const found = documentOf(Array.from({ length: 3_000 }, (_, number) => `Paragraph number ${number}.`))
  const last = screens(found).at(-1)
  let before = last?.before
  let steps = 0
  while (before !== undefined && steps < 20) {
    before = excerpt(found, before).before
    steps += 1
  }
  expect(before).toBeUndefined()
  expect(steps).toBeLessThanOrEqual(screens(found).length)
})

it('is paged on the screen: by place, by page, and at what is marked', async () => {
  const { db, browser, path, source } = await copyRoom()
  const lines = Array.from({ length: 4_000 }, (_, number) => `Line ${number}: the harbour froze.`)
  await aSnapshot(db, source, lines.join('\n'))
  const first = (await browser.get(`${path}/1`).expect(200)).text
  expect(first.length).toBeLessThan(600_000)
  expect(first).toContain('Line 0:')
  expect(first).not.toContain('Line 3999:')
  const next = /href="([^"]*\?from=\d+)"/.exec(first)?.[1] ?? ''
  expect((await browser.get(next).expect(200)).text).toContain('Before this')
  const at = lines.join('\n').indexOf('Line 3500:')
  const marked = (await browser.get(`${path}/1?mark=${at}-${at + 9}`).expect(200)).text
  expect(marked).toContain('<mark id="mark">Line 3500</mark>: the harbour')
  expect(marked).not.toContain('Line 3499:')
  for (const odd of ['mark=9-3', 'mark=x', 'from=999999999', 'page=7', 'mark=0-99999999'])
    await browser.get(`${path}/1?${odd}`).expect(200)
})
