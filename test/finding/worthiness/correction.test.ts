import { expect, it } from 'vitest'
import { type Judged, corrected, learn, movedBy } from '../../../server/finding/worthiness/correction.ts'
import { worthOf } from '../../../server/finding/worthiness/worthiness.ts'
import { seededRandom } from '../../support/chance.ts'

const one = (accepted: boolean, ...signs: Judged['signs']): Judged => ({ accepted, score: 0.5, signs })
const times = (count: number, judged: Judged) => Array.from({ length: count }, () => judged)
const likesNumbers = [...times(100, one(true, 'number', 'past')), ...times(100, one(false, 'we', 'past'))]

it('raises what is accepted and lowers what is set aside', () => {
  const { weights } = learn(likesNumbers)
  expect(weights.get('number')).toBeGreaterThan(0.5)
  expect(weights.get('we')).toBeLessThan(-0.5)
})

it('says nothing of a sign that stands in all of them, nor of one that stands in none', () => {
  const { weights } = learn(likesNumbers)
  expect(weights.get('past')).toBeCloseTo(0, 2)
  expect(weights.get('money')).toBe(0)
})

it('leaves the model where it is when the decisions only repeat it', () => {
  const judged = [0.2, 0.5, 0.8].flatMap((score) => [
    ...times(score * 100, { accepted: true, score, signs: score > 0.5 ? ['number'] : ['we'] }),
    ...times(100 - score * 100, { accepted: false, score, signs: score > 0.5 ? ['number'] : ['we'] }),
  ])
  for (const weight of learn(judged).weights.values()) expect(Math.abs(weight)).toBeLessThan(0.02)
})

it('learns nothing about signs from how much is accepted at all', () => {
  const { weights } = learn([...times(190, one(true, 'number')), ...times(10, one(false, 'number'))])
  expect(weights.get('number')).toBeCloseTo(0, 2)
})

it('needs many decisions for a great weight', () => {
  const few = learn([...times(5, one(true, 'number')), ...times(5, one(false, 'we'))])
  expect(few.weights.get('number')).toBeLessThan((learn(likesNumbers).weights.get('number') ?? 0) / 2)
})

it('gives the same weights for the same decisions, to the last bit', () => {
  expect([...learn(likesNumbers).weights]).toEqual([...learn(structuredClone(likesNumbers)).weights])
})

it('holds with decisions of one kind only', () => {
  for (const weight of learn(times(200, one(true, 'number'))).weights.values()) expect(weight).toBeCloseTo(0, 2)
})

it('takes five hundred decisions in far less than anybody notices', () => {
  const next = randomNumbers()
  const judged = Array.from({ length: 500 }, (): Judged => {
    const signs = (['number', 'past', 'we', 'entity', 'long', 'quotation'] as const).filter(() => next() < 0.4)
    return { accepted: next() < 0.5, score: next(), signs }
  })
  learn(judged)
  const from = performance.now()
  learn(judged)
  expect(performance.now() - from).toBeLessThan(150)
})

it('moves a sentence as far as its signs say, keeps what the model had said, and never goes far', () => {
  const correction = learn(likesNumbers)
  const plain = worthOf('The council paid 40 crowns in May.', 'en')
  const moved = corrected(plain, correction, 'en')
  expect(moved.score).toBeGreaterThan(plain.score)
  expect(moved.model).toEqual({ score: plain.score, level: plain.level })
  const far = { weights: new Map([['number', 50] as const]), usual: 0 }
  expect(corrected(plain, far, 'en').score).toBe(movedBy(plain.score, 1))
  expect(movedBy(0.5, 1)).toBe(0.731059)
  for (const score of [0, 1e-6, 0.4, 1]) expect(movedBy(score, 0)).toBeCloseTo(score, 5)
})

function randomNumbers(): () => number {
  const random = seededRandom()
  return () => (random.bytes(4).readUInt32BE(0) + 0.5) / 2 ** 32
}
