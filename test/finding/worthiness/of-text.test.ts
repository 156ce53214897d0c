import { expect, it } from 'vitest'
import { worthsOfText } from '../../../server/finding/worthiness/of-text.ts'
import { worthOf } from '../../../server/finding/worthiness/worthiness.ts'

const sentence = 'The harbour handled 40 ships in 1998. '

function frozen(count: number) {
  const sentences = Array.from({ length: count }, (_, i) => ({
    start: i * sentence.length,
    end: (i + 1) * sentence.length - 1,
  }))
  return { sha256: `of ${count}`, text: sentence.repeat(count), sentences }
}

it('scores each sentence as it is scored alone', async () => {
  expect(await worthsOfText(frozen(3), 'en')).toEqual(Array(3).fill(worthOf(sentence.trim(), 'en')))
})

it('scores a text once for each language', async () => {
  const text = frozen(4)
  expect(await worthsOfText(text, 'en')).toBe(await worthsOfText({ ...text }, 'en'))
  expect(await worthsOfText(text, 'de')).toEqual(Array(4).fill(worthOf(sentence.trim(), 'de')))
})

it('scores a long text in a thread of its own, and the process goes on meanwhile', async () => {
  const turns = { count: 0 }
  const ticking = setInterval(() => (turns.count += 1), 1)
  const worths = await worthsOfText(frozen(1_500), 'en')
  clearInterval(ticking)
  expect(worths.length).toBe(1_500)
  expect(new Set(worths.map(({ score }) => score))).toEqual(new Set([worthOf(sentence.trim(), 'en').score]))
  expect(turns.count).toBeGreaterThan(5)
})
