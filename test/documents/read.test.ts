import { describe, expect, it } from 'vitest'
import { readLimits } from '../../server/documents/read-limits.ts'
import { read } from '../../server/documents/read.ts'
import { isWithinLimits } from '../../server/documents/html-limits.ts'
import { markdown, savedPage } from '../articles/documents.ts'

const html = (source: string) => read('article', { format: 'html', source })

describe('a saved page', () => {
  it('becomes plain blocks and what it says about itself', async () => {
    expect(await html(savedPage)).toEqual({
      pieces: [
        {
          kind: 'paragraph',
          text: 'Le port de Port Ellery a gelé mardi, selon M. Durand, directeur du port depuis 2014. Personne n’a navigué, et les pêcheurs sont restés à quai pendant trois jours, ce qui n’était pas arrivé depuis 1987.',
        },
        { kind: 'heading', text: 'Une longue attente' },
        { kind: 'quotation', text: '«\u00a0Nous attendons.\u00a0» C’est tout.' },
        { kind: 'item', text: 'Premier point, avec du texte.' },
        { kind: 'item', text: 'Second' },
        { kind: 'item', text: 'point, sur deux lignes.' },
      ],
      guesses: {
        title: 'Le port gèle',
        outlet: 'Le Journal',
        byline: 'Ana Durand',
        url: 'https://journal.example.org/port?id=7',
        publishedOn: '2025-01-09',
        language: 'fr-CA',
      },
    })
  })

  it('may be a piece of one', async () => {
    const read = await html('<h2>Notes</h2><p>It <em>froze</em>.</p>')
    expect(read).toMatchObject({
      pieces: [
        { kind: 'heading', text: 'Notes' },
        { kind: 'paragraph', text: 'It froze.' },
      ],
    })
  })

  it('guesses nothing that is no date, language or web address', async () => {
    const head = `<html lang="!!"><head><meta property="article:published_time" content="yesterday">
      <link rel="canonical" href="javascript:alert(1)"></head>`
    const read = await html(`${head}<body><p>It froze in the harbour.</p></body></html>`)
    expect(read).toMatchObject({ guesses: {} })
    expect(Object.keys(typeof read === 'string' ? {} : read.guesses)).not.toContain('url')
  })
})

it('reads Markdown as plain blocks', async () => {
  expect(await read('article', { format: 'md', source: markdown })).toEqual({
    pieces: [
      { kind: 'heading', text: 'Port Ellery froze' },
      { kind: 'paragraph', text: 'It was cold on Tuesday & nobody sailed, the harbour master said.' },
      { kind: 'quotation', text: '“We waited.”' },
      { kind: 'item', text: 'one <b>fish</b>' },
      { kind: 'item', text: 'two fish' },
      { kind: 'item', text: 'first' },
      { kind: 'paragraph', text: 'code stays' },
    ],
    guesses: { title: 'Port Ellery froze' },
  })
})

describe('the limits of HTML', () => {
  it.each([
    ['256 levels', '<div>'.repeat(256), true],
    ['257 levels', '<div>'.repeat(257), false],
    ['many levels one after the other', '<div><p>x</p></div>'.repeat(5_000), true],
    ['100 attributes', `<p ${attributes(100)}>x</p>`, true],
    ['101 attributes', `<p ${attributes(101)}>x</p>`, false],
    ['50,000 nodes', '<br>'.repeat(50_000), true],
    ['50,001 nodes', '<br>'.repeat(50_001), false],
    ['one text full of entities', '&amp;'.repeat(60_000), true],
    ['a long text', 'a'.repeat(1_000_000), true],
    ['formatting that nests', '<b><p>'.repeat(2_000), false],
  ])('%s', (_name, source, isWithin) => {
    expect(isWithinLimits(source)).toBe(isWithin)
  })
})

it('gives up on what takes too long, and meanwhile the program goes on', async () => {
  let ticks = 0
  const timer = setInterval(() => (ticks += 1), 50)
  const before = performance.now()
  // An opening bracket after the other makes the parser start over at each.
  const answers = await Promise.all([html('<'.repeat(1_000_000)), html('<'.repeat(1_000_000)), html('<p>Short.</p>')])
  clearInterval(timer)
  expect(answers.slice(0, 2)).toEqual(['unreadable', 'unreadable'])
  expect(answers[2]).toMatchObject({ pieces: [{ text: 'Short.' }] })
  expect(performance.now() - before).toBeLessThan(4 * readLimits.milliseconds)
  expect(ticks).toBeGreaterThan(30)
})

it('turns away what comes when too many are waiting', async () => {
  const many = readLimits.atOnce + readLimits.waiting + 1
  const answers = await Promise.all(
    Array.from({ length: many }, () => read('article', { format: 'md', source: 'One.' })),
  )
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(1)
  expect(answers.filter((answer) => answer !== 'busy')).toHaveLength(many - 1)
})

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ')
}
