import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featuresOf, plainFeaturesOf } from '../../../server/finding/worthiness/features.ts'
import { type NamedFeature, plainFeatures } from '../../../server/finding/worthiness/words.ts'

const named = (text: string) => new Set(featuresOf(text).named)

describe('the signs in an English sentence', () => {
  it.each<[NamedFeature, string, string]>([
    ['number', 'It has 41 rooms.', 'It has rooms.'],
    ['number', 'It has twelve rooms.', 'It opened in 1998.'],
    ['numbers', 'From 12 to 41 rooms.', 'From 12 in 1998.'],
    ['year', 'It opened in 1998.', 'It has 19,980 rooms.'],
    ['percent', 'Prices rose 4%.', 'Prices rose.'],
    ['percent', 'Prices rose four per cent.', 'Per head it is less.'],
    ['money', 'It cost €40.', 'It cost a lot.'],
    ['money', 'It cost forty dollars.', 'It cost forty lives.'],
    ['comparison', 'Fewer ships came.', 'Ships came.'],
    ['past', 'They dredged all spring.', 'They need all of it.'],
    ['past', 'It went well.', 'It goes well.'],
    ['perfect', 'It has gone well.', 'It has a well.'],
    ['entity', 'It is said of Port Ellery.', 'It is said of the port.'],
    ['entity', 'So says Ben.', 'And so do I.'],
    ['entities', 'So Ada met Ben and Cleo.', 'So Ada met Ben.'],
    ['acronym', 'The UN met.', 'A man met me.'],
    ['attribution', 'According to the mayor it sank.', 'It sank.'],
    ['quotation', 'It is “done”.', "It's done."],
    ['question', 'Did it sink?', 'It did sink.'],
    ['first', 'It sank, I’m told.', 'It sank.'],
    ['we', "We're late.", 'They are late.'],
    ['second', 'You’ll see.', 'They see.'],
    ['third', 'He saw it.', 'It was seen.'],
    ['future', 'It is going to sink.', 'It is going down.'],
    ['future', "It won't sink.", 'It sinks.'],
    ['modal', 'It should sink.', 'It sinks.'],
    ['opinion', 'That is wonderful.', 'That is wet.'],
    ['conditional', 'If it sinks, run.', 'It sinks, so run.'],
  ])('%s: in “%s”, not in “%s”', (feature, has, lacks) => {
    expect(named(has)).toContain(feature)
    expect(named(lacks)).not.toContain(feature)
  })

  it('are the same however the apostrophes are typed', () => {
    expect(featuresOf('I’m told we’ve won')).toEqual(featuresOf("I'm told we've won"))
  })
})

describe('the words of a sentence', () => {
  it('are counted once, alone and in pairs, in lower case, digits as 0', () => {
    expect(featuresOf('In 1998 the UN, the UN').terms).toEqual(
      expect.arrayContaining(['in', '0000', 'the', 'un', 'in 0000', '0000 the', 'the un', 'un the']),
    )
    expect(featuresOf('In 1998 the UN, the UN').terms.length).toBe(8)
  })
})

describe('the signs in any language', () => {
  it.each<[NamedFeature, string]>([
    ['number', 'В городе ١٢ школ.'],
    ['year', 'Die Brücke wurde 1998 gebaut.'],
    ['percent', 'Die Preise stiegen um 4 %.'],
    ['money', 'Cela coûte 40 €.'],
    ['quotation', '«Мы ждём», сказал он.'],
    ['quotation', '他说：「好。」'],
    ['question', 'هل غرقت السفينة؟'],
    ['question', '你去吗？'],
    [
      'longest',
      '委员会昨天晚上在市政厅开会讨论了关于港口扩建工程的预算以及今后五年之内航道疏浚工作的全部安排并且通过了决议但是没有公布任何数字或者时间表也没有回答记者提出的问题',
    ],
  ])('%s: in “%s”', (feature, text) => {
    expect(plainFeaturesOf(text).named).toContain(feature)
  })

  it('never come of the words', () => {
    expect(plainFeaturesOf('He said that Port Ellery should have twelve dollars more.')).toEqual({
      named: ['medium'],
      terms: [],
    })
  })
})

it('any text has one length, each sign once, and in any language only signs that need no words', () => {
  const lengths = ['fragment', 'short', 'medium', 'long', 'longer', 'longest']
  const plain: readonly string[] = plainFeatures
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      for (const { named: signs } of [featuresOf(text), plainFeaturesOf(text)]) {
        expect(signs.filter((sign) => lengths.includes(sign)).length).toBe(1)
        expect(new Set(signs).size).toBe(signs.length)
      }
      expect(plainFeaturesOf(text).named.every((sign) => plain.includes(sign))).toBe(true)
    }),
  )
})
