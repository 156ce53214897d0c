import { describe, expect, it } from 'vitest'
import { carrySameText, marksOf, sketchOf } from '../../server/independence/shingles.ts'
import { events } from './texts.ts'

const text = (paragraphs: string[]) => paragraphs.join('\n\n')
const alike = (a: string, b: string) => carrySameText(sketchOf(a), sketchOf(b))

/** Every `nth` word is another one: a light rewriting. */
const rewritten = (paragraphs: string[], nth: number) =>
  text(paragraphs)
    .split(' ')
    .map((word, index) => (index % nth === nth - 1 ? 'instead' : word))
    .join(' ')

const sentences = (paragraph = '') => paragraph.split(/(?<=[.”]) (?=[A-Z“])/)

describe.each(events.map((event, index) => ({ ...event, other: events[(index + 1) % events.length] ?? event })))(
  'of $name',
  ({ agency, own, other }) => {
    it.each([
      [
        'the agency’s text under another headline, two paragraphs cut',
        text(['What we know so far', ...agency.slice(0, 2)]),
        true,
      ],
      ['the agency’s text without its first paragraph, typed in capitals', text(agency.slice(1)).toUpperCase(), true],
      ['the agency’s text, every tenth word changed', rewritten(agency, 10), true],
      [
        'an article three times as long that holds it whole',
        text([...own, ...agency, ...other.own, ...other.agency.slice(0, 2)]),
        true,
      ],
      ['a report of one’s own', text(own), false],
      [
        'a report of one’s own that quotes two sentences',
        text([...own, ...sentences(agency[1]).slice(0, 1), ...sentences(agency[2]).slice(0, 1)]),
        false,
      ],
      ['a report of one’s own on another event', text(other.own), false],
      ['the agency’s text on another event', text(other.agency), false],
    ])('%s: carries the same text is %s', (_what, made, expected) => {
      expect(alike(text(agency), made)).toBe(expected)
      expect(alike(made, text(agency))).toBe(expected)
    })
  },
)

it('takes two articles that each add half to one agency text as carrying the same', () => {
  const [first, second] = events
  const [a, b] = [
    [...(first?.agency ?? []), ...(first?.own ?? [])],
    [...(second?.own ?? []), ...(first?.agency ?? [])],
  ]
  expect(alike(text(a), text(b))).toBe(true)
})

it('calls short texts the same only when they are', () => {
  const short = 'The council denied on Monday that the harbour had been closed.'
  expect(alike(short, short.toUpperCase())).toBe(true)
  expect(alike(short, `${short} It said so in a letter.`)).toBe(false)
  expect(alike('', '')).toBe(false)
  expect(alike('One two three', 'One two three')).toBe(false)
})

it('keeps little of long texts, and still finds a short one in them', () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `w${(index * 7_919) % 50_021}`)
  const long = sketchOf(words.join(' '))
  expect(long.hashes.length).toBeLessThanOrEqual(4_096)
  expect(carrySameText(long, sketchOf(words.slice(20_000, 24_000).join(' ')))).toBe(true)
  expect(carrySameText(long, sketchOf(words.slice(20_000, 24_000).toReversed().join(' ')))).toBe(false)
})

it('marks near-duplicates alike', () => {
  for (const { agency, own } of events) {
    const marks = new Set(marksOf(sketchOf(text(agency))))
    const shared = (made: string) => marksOf(sketchOf(made)).filter((mark) => marks.has(mark)).length
    expect(shared(rewritten(agency, 40))).toBeGreaterThanOrEqual(3)
    expect(shared(text(own))).toBe(0)
  }
})

it('reads scripts without spaces', () => {
  const one = '港口周一关闭十二艘船留在外面市议会否认了这一消息并表示将在周末前给出答复居民们等待着进一步的通知'
  expect(alike(one, one)).toBe(true)
  expect(sketchOf(one).hashes.length).toBeGreaterThan(20)
})
