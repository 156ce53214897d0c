import type { Cast, Entity, Mention } from './cast.ts'
import type { Run } from './phrases.ts'
import { textOf } from './names.ts'
import type { Stream } from './streams.ts'
import { determiners, prepositions, pronouns, roles } from './word-lists.ts'

/** Who is meant, and how sure that is (0 to 1). `entity` is missing where the text gives no name. */
export type Speaker = {
  name: string
  role: string
  kind: 'person' | 'organisation' | 'other' | 'unnamed'
  confidence: number
  entity?: Entity
}

/** Where words stand that are to be resolved: the sentence among the streams, and the one that holds it for words in a quotation. */
export type Place = { streams: readonly Stream[]; sentence: number; speaker?: Speaker | undefined }

const asSpeaker = (entity: Entity, confidence: number): Speaker => ({
  name: entity.name,
  role: entity.role,
  kind: entity.kind,
  confidence,
  entity,
})

/** Tells whom the words of a source mean; keeps in mind who spoke last. */
export class Speakers {
  readonly #cast: Cast
  #last: Speaker | undefined
  #lastThing: Speaker | undefined
  #holders: Map<number, number> | undefined

  constructor(cast: Cast) {
    this.#cast = cast
  }

  resolve(run: Run, place: Place): Speaker | undefined {
    const speaker = this.#meant(run, place)
    if (speaker && place.speaker === undefined) this.remember(speaker)
    return speaker
  }

  /** The last who spoke: whose the next quotation may be. */
  remember(speaker: Speaker): void {
    if (speaker.kind === 'person' || speaker.kind === 'unnamed') this.#last = speaker
    if (speaker.kind !== 'person') this.#lastThing = speaker
  }

  #meant(run: Run, place: Place): Speaker | undefined {
    const tokens = place.streams[place.sentence]?.tokens ?? []
    const words = tokens.slice(run.from, run.to)
    const [first] = words
    if (!first) return undefined
    if (words.length === 1 && pronouns.has(first.lower)) return this.pronoun(first.lower, run.from, place)
    const named = this.#named(run, place)
    if (named) return asSpeaker(named.entity, 0.95)
    const apposed = this.#apposed(run, place)
    if (apposed) return asSpeaker(apposed, 0.95)
    const text = textOf(words)
    const holder = determiners.has(first.lower) || first.first ? this.#cast.holder(text) : undefined
    if (holder) return asSpeaker(holder, 0.85)
    const carrier =
      reportCarrier(words) && this.#cast.of(place.sentence).find(({ from, to }) => from >= run.from && to <= run.to)
    if (carrier) return asSpeaker(carrier.entity, 0.9)
    return { name: text, role: '', kind: 'unnamed', confidence: 0.85 }
  }

  // “Ana Ruiz of the Harbour Trust” is Ana Ruiz; “a spokesman for the Harbour Trust” is nobody we know by name.
  #named(run: Run, place: Place): Mention | undefined {
    const tokens = place.streams[place.sentence]?.tokens ?? []
    const inside = this.#cast.of(place.sentence).filter(({ from, to }) => from >= run.from && to <= run.to)
    const isHead = ({ from, to }: Mention) => {
      const isOwner = tokens[to]?.kind === 'possessive' && to < run.to
      const isObject = tokens.slice(run.from, from).some(({ lower }) => prepositions.has(lower))
      const rest = tokens[to]
      return (
        !isOwner &&
        !isObject &&
        (to === run.to || (rest !== undefined && (prepositions.has(rest.lower) || rest.kind === 'mark')))
      )
    }
    return inside.find(isHead)
  }

  // “the mayor of Port Halloran, Ines Dufresne, answered”
  #apposed(run: Run, place: Place): Entity | undefined {
    const tokens = place.streams[place.sentence]?.tokens ?? []
    const words = tokens.slice(run.from, run.to)
    if (tokens[run.to]?.text !== ',' || !words.some(({ lower }) => roles.has(lower))) return undefined
    const name = this.#cast.of(place.sentence).find(({ from, kind }) => from === run.to + 1 && kind === 'person')
    if (!name) return undefined
    if (name.entity.role === '') name.entity.role = textOf(words.slice(determiners.has(words[0]?.lower ?? '') ? 1 : 0))
    return name.entity
  }

  /** Whom “he”, “she”, “it”, “they”, “I” or “we” means at a place among the tokens. */
  pronoun(word: string, at: number, place: Place): Speaker | undefined {
    if (word === 'i' || word === 'we')
      return place.speaker && { ...place.speaker, confidence: Math.min(place.speaker.confidence, 0.8) }
    if (word === 'it' || word === 'they') return this.#thing(word, at, place)
    if (word !== 'he' && word !== 'she') return undefined
    const wanted = word === 'he' ? 'm' : 'f'
    const people = this.#near(at, place).filter(
      ({ entity }) => entity.kind === 'person' && fitsGender(entity, wanted) && entity !== place.speaker?.entity,
    )
    const scored = new Map<Entity, number>()
    for (const mention of people) {
      const distance = distanceOf(mention.sentence, place)
      const score =
        (mention.subject ? 1 : 0) + (this.#last?.entity === mention.entity && distance > 0 ? 0.7 : 0) - distance * 0.75
      scored.set(mention.entity, Math.max(score, scored.get(mention.entity) ?? -Infinity))
    }
    if (
      this.#last?.entity &&
      this.#last.entity !== place.speaker?.entity &&
      !scored.has(this.#last.entity) &&
      fitsGender(this.#last.entity, wanted)
    )
      scored.set(this.#last.entity, -1.2)
    const [best] = [...scored].toSorted(([, a], [, b]) => b - a)
    if (!best) return this.#last?.kind === 'unnamed' ? { ...this.#last, confidence: 0.7 } : undefined
    const [entity] = best
    entity.gender ??= scored.size === 1 ? wanted : undefined
    return asSpeaker(entity, scored.size === 1 ? 0.85 : 0.72)
  }

  #thing(word: string, at: number, place: Place): Speaker | undefined {
    if (this.#lastThing) return { ...this.#lastThing, confidence: 0.7 }
    if (word === 'they') return this.#last && { ...this.#last, confidence: 0.55 }
    const things = this.#near(at, place).filter(({ entity }) => entity.kind === 'organisation')
    const last = things.at(-1)
    return last && asSpeaker(last.entity, 0.6)
  }

  // The names of the sentence before that place, and of the three sentences before it; in a quotation, of it first.
  #near(at: number, { streams, sentence }: Place): Mention[] {
    const inside = streams[sentence]?.inside
    const earlier = [3, 2, 1].flatMap((back) =>
      streams[sentence - back]?.inside === inside ? this.#cast.of(sentence - back) : [],
    )
    const around = inside === undefined ? [] : this.#around(streams, inside)
    return [...around, ...earlier, ...this.#cast.of(sentence).filter(({ to }) => to <= at)]
  }

  // Before a quotation, the sentence that holds it and the one before are what it may speak of.
  #around(streams: readonly Stream[], quotation: number): readonly Mention[] {
    this.#holders ??= new Map(
      streams.flatMap(({ tokens }, index) =>
        tokens.flatMap((token) => (token.quotation === undefined ? [] : [[token.quotation, index] as const])),
      ),
    )
    const holder = this.#holders.get(quotation)
    return holder === undefined ? [] : [...this.#cast.of(holder - 1), ...this.#cast.of(holder)]
  }

  /** The person whom a sentence is about, for a quotation that stands alone beside it. */
  subjectOf(sentence: number): Speaker | undefined {
    const people = this.#cast.of(sentence).filter(({ entity }) => entity.kind === 'person')
    const subject = people.find((mention) => mention.subject) ?? (people.length === 1 ? people[0] : undefined)
    return subject && asSpeaker(subject.entity, subject.subject ? 0.6 : 0.45)
  }

  last(): Speaker | undefined {
    return this.#last
  }
}

const fitsGender = ({ gender }: Entity, wanted: 'm' | 'f') => gender === undefined || gender === wanted

// “a report from the Financial Times”: what carries it is the paper.
const reportCarrier = (words: readonly { lower: string }[]) =>
  words.some(
    ({ lower }, index) =>
      /^(?:report|reports|study|survey|figures|data|statement|documents|analysis|article|poll|estimates|research|investigation|interview)$/.test(
        lower,
      ) && /^(?:from|by|in|of)$/.test(words[index + 1]?.lower ?? ''),
  )

// What stands outside a quotation is further away than what stands in it.
const distanceOf = (mentioned: number, { sentence, streams }: Place): number =>
  streams[mentioned]?.inside === streams[sentence]?.inside ? sentence - mentioned : 2
