import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../server/history/record.ts'

// The vectors that RFC 8785 names, where they are at hand: a folder of hostile data beside the project, or HOSTILE_DATA.
const hostile = process.env.HOSTILE_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'hostile')
const vectors = join(hostile, 'jcs-rfc8785', 'testdata')
const names = existsSync(vectors) ? readdirSync(join(vectors, 'input')).map((name) => name.replace('.json', '')) : []

const hex = (text: string) => Buffer.from(text).toString('hex')

describe('the canonical form', () => {
  it.skipIf(names.length === 0)('is that of the published vectors, byte for byte', () => {
    for (const name of names) {
      const input: unknown = JSON.parse(readFileSync(join(vectors, 'input', `${name}.json`), 'utf8'))
      const wanted = readFileSync(join(vectors, 'outhex', `${name}.txt`), 'utf8').replaceAll(/\s/g, '')
      expect(`${name} ${hex(canonical(input))}`).toBe(`${name} ${wanted}`)
    }
  })

  it.each([
    [
      'keys in the order of UTF-16 code units',
      { דּ: 1, '😀': 2, '€': 3, '\r': 4, '1': 5, ö: 6 },
      '{"\\r":4,"1":5,"ö":6,"€":3,"😀":2,"\uFB33":1}',
    ],
    [
      'numbers as ECMAScript writes them',
      [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    ],
    ['text with as few escapes as may be', '€$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['nothing between', { b: [true, null], a: {} }, '{"a":{},"b":[true,null]}'],
  ])('has %s', (_what, value, wanted) => expect(canonical(value)).toBe(wanted))

  it.each([[NaN], [Infinity], [{ text: '\uD800' }], [{ '\uDC00': 1 }], [undefined]])('is refused to %j', (value) =>
    expect(() => canonical(value)).toThrow(),
  )

  it('reads back as what was written, and is the same however the keys were put in', () => {
    const value = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }))
    fc.assert(
      fc.property(value, (object) => {
        const backwards = Object.fromEntries(Object.entries(object).reverse())
        expect(canonical(backwards)).toBe(canonical(object))
        expect(canonical(JSON.parse(canonical(object)))).toBe(canonical(object))
      }),
    )
  })
})
