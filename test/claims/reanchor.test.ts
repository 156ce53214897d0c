import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Outcome, compared, placesFor, reanchor } from '../../server/claims/reanchor.ts'
import { alignTexts } from '../../server/versions/align.ts'
import { type Edited, editedBabble, editedProse, share, spanOf, textOf, untouched } from './edited-text.ts'

type Span = { start: number; end: number }

const look = (before: string, after: string, quoted: Span) =>
  reanchor(quoted, compared(before, after, alignTexts(before, after)))

/** Looks for some of the words after the edit, and where they truly are, if it has left them. */
function lookIn(edited: Edited, part: number, wanted: number) {
  const from = Math.floor(part * edited.before.length)
  const count = Math.min(wanted, edited.before.length - from)
  const [before, after] = [textOf(edited.before), textOf(edited.after)]
  const quoted = spanOf(edited.before, from, count)
  const at = untouched(edited, from, count)
  const truth = at === undefined ? undefined : spanOf(edited.after, at, count)
  return { before, after, quoted, truth, outcome: look(before, after, quoted) }
}

const startsOf = (outcome: Outcome): number[] => {
  if (outcome.kind === 'lost') return []
  return outcome.kind === 'exact' ? [outcome.place.start] : outcome.places.map(({ start }) => start)
}

// With the same words, and the same characters before or after them, nobody could tell which ones an edit has left.
const looksTheSame = (before: string, from: Span, after: string, to: Span) =>
  before.slice(Math.max(0, from.start - 20), from.start) === after.slice(Math.max(0, to.start - 20), to.start) ||
  before.slice(from.end, from.end + 20) === after.slice(to.end, to.end + 20)

describe('words that an edit has left', () => {
  it('are found where they are, and where others like them stand, no other is taken for them', () => {
    const tally = { exact: 0, offered: 0 }
    fc.assert(
      fc.property(editedProse, share, fc.integer({ min: 3, max: 9 }), (edited, part, wanted) => {
        const { before, after, quoted, truth, outcome } = lookIn(edited, part, wanted)
        if (outcome.kind === 'exact') {
          const { start, end } = outcome.place
          expect(after.slice(start, end)).toBe(before.slice(quoted.start, quoted.end))
          expect(truth?.start === start || looksTheSame(before, quoted, after, outcome.place)).toBe(true)
          tally.exact++
        } else if (truth) {
          expect(startsOf(outcome)).toContain(truth.start)
          tally.offered++
        }
      }),
      { numRuns: 2_500, seed: 2025 },
    )
    // Hardly ever is a person asked about words that nobody has touched.
    expect(tally.exact).toBeGreaterThan(1_000)
    expect(tally.offered).toBeLessThan(tally.exact * 0.05)
  })

  it('are always among the places, even in babble where the same words stand everywhere', () => {
    fc.assert(
      fc.property(editedBabble, share, fc.integer({ min: 3, max: 9 }), (edited, part, wanted) => {
        const { before, after, quoted, truth, outcome } = lookIn(edited, part, wanted)
        const [first] = startsOf(outcome)
        if (outcome.kind === 'exact')
          expect(after.slice(outcome.place.start, outcome.place.end)).toBe(before.slice(quoted.start, quoted.end))
        else if (truth) expect(startsOf(outcome)).toContain(truth.start)
        else expect(first === undefined || first >= 0).toBe(true)
      }),
      { numRuns: 1_500, seed: 2025 },
    )
  })
})

const at = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

describe('the same words in two places', () => {
  const lead = 'The ferry sank on Monday. The mayor spoke. '
  const rest = 'Divers searched the wreck. The ferry sank on Monday, the report says.'
  const words = 'The ferry sank on Monday'

  it('are told apart when one of them is taken out', () => {
    const after = `The mayor spoke. ${rest}`
    const second = at(lead + rest, words, 10)
    expect(look(lead + rest, after, second)).toEqual({ kind: 'exact', place: at(after, words) })
    const first = look(lead + rest, after, at(lead + rest, words))
    expect(first).toMatchObject({ kind: 'moved', places: [at(after, words)] })
  })

  it('ask a person when nothing tells which one is left', () => {
    const before = 'Nobody came. Nobody came.'
    for (const quoted of [at(before, 'Nobody came'), at(before, 'Nobody came', 5)])
      expect(look(before, 'Nobody came.', quoted)).toMatchObject({ kind: 'moved', places: [{ start: 0, end: 11 }] })
  })

  it('ask a person when one of two is left and everything around both was changed', () => {
    const before = 'Rain fell. The ferry sank in May. Divers came. The ferry sank in May. Snow fell.'
    const after = 'Zebra. The ferry sank in May. Quartz. Snow fell.'
    const left = at(after, 'The ferry sank in May')
    for (const quoted of [at(before, 'The ferry sank in May'), at(before, 'The ferry sank in May', 20)])
      expect(look(before, after, quoted)).toMatchObject({ kind: 'moved', places: [left] })
  })

  it('are known by their line when a paragraph is moved', () => {
    const [one, two] = [
      'Divers searched the wreck for two days and found nothing.',
      'The mayor spoke of a tragedy for the whole island.',
    ]
    const before = `${one}\n\n${two}\n\n${one.replace('two', 'ten')}`
    const after = `${two}\n\n${one.replace('two', 'ten')}\n\n${one}`
    expect(look(before, after, at(before, 'searched the wreck for two'))).toEqual({
      kind: 'exact',
      place: at(after, 'searched the wreck for two'),
    })
  })
})

describe('words that were changed', () => {
  it.each([
    [
      'a number',
      'About 300 people were rescued.',
      'About 301 people were rescued.',
      '300 people were rescued',
      '301 people were rescued',
    ],
    ['a word', 'He sold four old boats.', 'He sold four rusty boats.', 'sold four old boats', 'sold four rusty boats'],
    ['an ending', 'Prices rose by ten.', 'Prices rose by tenth.', 'rose by ten', 'rose by tenth'],
    ['no spaces', '他周一卖了四艘船。', '他周二卖了四艘船。', '周一卖了四艘船', '周二卖了四艘船'],
    ['pictures', 'The 🚢 sank with 🐟 aboard.', 'The 🚣 sank with 🐟 aboard.', '🚢 sank with 🐟', '🚣 sank with 🐟'],
  ])('are proposed, never taken: %s', (_what, before, after, quote, now) => {
    const outcome = look(before, after, at(before, quote))
    expect(outcome.kind).toBe('moved')
    const [place] = outcome.kind === 'moved' ? outcome.places : []
    expect(after.slice(place?.start, place?.end)).toBe(now)
  })

  it('are not looked for in a sentence that was there before', () => {
    const kept = 'Unemployment rose to 5 % in May.'
    const before = `Unemployment fell to 4 % in March. Nobody in the town hall had expected anything else. ${kept}`
    const after = `Nobody in the town hall had expected anything else. ${kept}`
    expect(look(before, after, at(before, 'Unemployment fell to 4 % in March'))).toEqual({ kind: 'lost' })
  })

  it('are lost when nothing is like them', () => {
    expect(look('The ferry sank. Rain fell.', 'Rain fell.', { start: 0, end: 14 })).toEqual({ kind: 'lost' })
  })
})

it('places words in a text that they were never compared with, the likeliest first', () => {
  const text = 'The ferry sank. In the storm of May the ferry sank with all hands.'
  const around = { text, prefix: 'storm of May ', suffix: ' with all', at: 0 }
  expect(placesFor('the ferry sank', around)).toEqual([{ ...at(text, 'the ferry sank'), errors: 0 }])
  expect(placesFor('ferry sank', { ...around, prefix: 'of May the ' })[0]).toEqual({
    ...at(text, 'ferry sank', 20),
    errors: 0,
  })
  expect(placesFor('nothing of the kind', around)).toEqual([])
})
