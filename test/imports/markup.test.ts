import { describe, expect, it } from 'vitest'
import { jsonItems } from '../../server/imports/json-items.ts'
import { pageItems } from '../../server/imports/page-items.ts'
import { plainText } from '../../server/imports/plain-text.ts'
import { markupIn } from '../../server/imports/reviews.ts'

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('a long list in JSON', () => {
  const feed = `{"a": {"dataFeedElement": "no"}, "dataFeedElement" : [ {"x": "]},{\\"["}, 5 , "t,", [1,[2]] , {"y": {"@graph": [1]}} ], "b": [{"z": 1}]}`
  const values = [{ x: ']},{"[' }, 5, 't,', [1, [2]], { y: { '@graph': [1] } }]

  it('is cut into the same values wherever its pieces end', async () => {
    for (let at = 0; at <= feed.length; at += 1) {
      const items = await all(jsonItems([feed.slice(0, at), feed.slice(at)]))
      expect(items.map((item) => ('value' in item ? item.value : item))).toEqual(values)
    }
  })

  it('is never held in memory as a whole, and a value that is too long is told of', async () => {
    const long = `{"t": "${'x'.repeat(1_000_000)}"},`
    const pieces = function* () {
      yield '['
      for (let at = 0; at < 30; at += 1) yield long
      yield '{"t": "'
      for (let at = 0; at < 6; at += 1) yield 'y'.repeat(1_000_000)
      yield '"},{}]'
    }
    let [count, longest] = [0, 0]
    const told: string[] = []
    for await (const item of jsonItems(pieces())) {
      count += 1
      if ('unreadable' in item) told.push(item.unreadable)
      else longest = Math.max(longest, JSON.stringify(item.value).length)
    }
    expect([count, longest < 1_100_000]).toEqual([32, true])
    expect(told).toEqual([expect.stringContaining('longer than five million characters')])
  })

  it('that ends in the middle, has a comma too many or a line break in a text, is read as far as that goes', async () => {
    const read = async (text: string) =>
      (await all(jsonItems([text]))).map((item) => ('value' in item ? item.value : 'unreadable'))
    expect(await read('[{"a": 1}, {"b": ')).toEqual([{ a: 1 }, 'unreadable'])
    expect(await read('[{"a": [1,],}, ]')).toEqual([{ a: [1] }])
    expect(await read('{"a": "two\nlines"}')).toEqual([{ a: 'two lines' }])
    expect(await read('{"a": 1}\n{"a": 2}\n')).toEqual([{ a: 1 }, { a: 2 }])
  })
})

describe('a page', () => {
  it('gives its scripts with their lines, commented out ones left out, wrapped ones too', async () => {
    const html = `<html>\n<!-- <script type="application/ld+json">{"a": 0}</script> -->
<script>var x = "<script"</script><SCRIPT data-x='>' Type=application/ld+json>{"a": 1}</SCRIPT>
<script type='application/ld+json;charset=utf-8'>\n//<![CDATA[\n{"a": 2}\n//]]>\n</script><script type="application/ld+json">{"a"`
    const items = await all(pageItems(html.replace(" data-x='>'", '')))
    expect(items).toEqual([
      { line: 3, value: { a: 1 } },
      { line: 6, value: { a: 2 } },
    ])
  })

  it('that is made to take long takes no time', async () => {
    const began = performance.now()
    for (const bait of ['<script', '<!--', '<script type=application/ld+json>', '<script>{{{{[[[['])
      await all(pageItems(`<html>${bait.repeat(100_000)}`))
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it.each([
    ['{"a":1}', 'json'],
    ['\uFEFF [ {"a"', 'json'],
    ['<!DOCTYPE html>', 'page'],
    ['<html lang=x>', 'page'],
    ['[unclear],Claim\n', undefined],
    ['Claim,Rating\n', undefined],
    ['<3,Claim\n', undefined],
  ])('or JSON is told from a table: %s', (start, kind) => {
    expect(markupIn(start)).toBe(kind)
  })
})

it.each([
  ['5 < 6 & 7 > 3', '5 < 6 & 7 > 3'],
  ['&ldquo;Rent&rdquo; &amp;amp; wages&nbsp;', '“Rent” & wages'],
  ['<p>One</p><p>two<br>three</p>', 'One\ntwo\nthree'],
  ['a <b onclick="x">bold</b> word', 'a bold word'],
])('markup in a text becomes what it stands for: %s', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})
