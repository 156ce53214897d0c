import { expect, it } from 'vitest'
import { headersToKeep } from '../../server/fetching/headers.ts'

it('keeps what a site said in its order, each value by itself, but no cookie and nothing of a proxy', () => {
  const told = {
    etag: '"7"',
    'set-cookie': ['a=1'],
    link: '<a>',
    'proxy-authenticate': 'B',
    age: '3',
    'x-two': ['1', '2'],
  }

  expect(headersToKeep(told)).toEqual([
    ['etag', '"7"'],
    ['link', '<a>'],
    ['age', '3'],
    ['x-two', '1'],
    ['x-two', '2'],
  ])
})

it('keeps 16,384 characters at most', () => {
  const kept = headersToKeep({ etag: '"7"', 'x-long': 'x'.repeat(20_000), age: '3' })
  expect(kept).toEqual([['etag', '"7"']])
})
