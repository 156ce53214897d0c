import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownPath } from '../../server/accounts/own-path.ts'

const here = 'https://stet.example.org'

it.each([
  ['/claims?state=open&q=a%20b', '/claims?state=open&q=a%20b'],
  ['/articles/1#claim-3', '/articles/1'],
  ['//evil.example', '/evil.example'],
  ['///evil.example', '/evil.example'],
  ['/\\evil.example', '/evil.example'],
  ['\\\\evil.example', '/evil.example'],
  ['/\t/evil.example', '/evil.example'],
  ['/.//evil.example', '/evil.example'],
  ['/x/..//evil.example', '/evil.example'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['evil.example', '/'],
  ['', '/'],
  [undefined, '/'],
])('reads %j as %s', (text, path) => {
  expect(ownPath(text)).toBe(path)
})

it('never leads away, whatever it is given, and stays as it is when asked again', () => {
  const nasty = fc.array(
    fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      ' ',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      'http:',
      'evil.example',
      'a',
      '\0',
    ),
    {
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        nasty.map((pieces) => pieces.join('')),
        fc.webUrl(),
        fc.string(),
      ),
      (text) => {
        const path = ownPath(text)
        expect(path.startsWith('/') && !/^[/\\]{2}/.test(path)).toBe(true)
        expect(new URL(path, here).origin).toBe(here)
        expect(ownPath(path)).toBe(path)
      },
    ),
    { numRuns: 2_000 },
  )
})
