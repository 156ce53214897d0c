import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, canonicalAddress } from '../../server/values/address.ts'

describe('the canonical address', () => {
  it.each([
    ['HTTPS://Example.ORG:443/A?b=1#part', 'https://example.org/A?b=1'],
    ['http://example.org:80', 'http://example.org/'],
    ['https://example.org:8443/', 'https://example.org:8443/'],
    ['https://example.org/a?utm_source=x&id=7&fbclid=y&UTM_Medium=z&page=2', 'https://example.org/a?id=7&page=2'],
    ['https://example.org/a?utm_source=x', 'https://example.org/a'],
    ['https://example.org/?b=2&a=1&b=1', 'https://example.org/?b=2&a=1&b=1'],
    ['https://example.org/?q=a+b%20c&empty=&flag', 'https://example.org/?q=a+b%20c&empty=&flag'],
    ['https://example.org/?q=%E0%A4', 'https://example.org/?q=%E0%A4'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['https://example.org/a/', 'https://example.org/a/'],
    ['https://example.org/?market=utm_source', 'https://example.org/?market=utm_source'],
    ['https://example.org/??', 'https://example.org/??'],
  ])('%s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical)
  })

  it('is its own canonical address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalAddress(address)
        expect(canonicalAddress(once)).toBe(once)
        expect(addressKey(once)).toBe(addressKey(address))
      }),
    )
  })
})

describe('the key of an address', () => {
  it.each([
    'http://example.org/story',
    'https://www.example.org/story/',
    'https://EXAMPLE.org/story?gclid=1#top',
    'http://www.example.org:80/story//',
    'https://example.org./story',
  ])('is the same for %s', (address) => {
    expect(addressKey(address)).toBe(addressKey('https://example.org/story'))
  })

  it.each([
    'https://example.org/Story',
    'https://example.org/story?id=1',
    'https://example.org:8443/story',
    'https://m.example.org/story',
    'https://example.org/',
  ])('is another one for %s', (address) => {
    expect(addressKey(address)).not.toBe(addressKey('https://example.org/story'))
  })
})
