import { type Gender, type Named, namesIn } from './names.ts'
import type { Stream } from './streams.ts'
import { particles } from './word-lists.ts'

/** Somebody or something that the text names, from the first place on. */
export type Entity = { name: string; role: string; kind: Named['kind']; gender: Gender; start: number }
/** A place where it is named; `subject` where the sentence is about it. */
export type Mention = Named & { entity: Entity; subject: boolean; sentence: number }

const lastName = (name: string): string => {
  const words = name.split(' ')
  const at = words.findIndex((word, index) => index > 0 && particles.has(word.toLowerCase()))
  return (at > 0 ? words.slice(at).join(' ') : (words.at(-1) ?? '')).toLowerCase()
}

/** Who a text is about: every name with whom it means. Bare last names mean whoever is named in full, earlier if possible. */
export class Cast {
  readonly mentions: Mention[] = []
  readonly #full = new Map<string, Entity>()
  readonly #last = new Map<string, Entity[]>()
  readonly #bySentence = new Map<number, Mention[]>()

  constructor(streams: readonly Stream[]) {
    const named = streams.map(({ tokens }) => namesIn(tokens))
    for (const name of named.flat()) if (isFull(name)) this.#meet(name)
    for (const [sentence, names] of named.entries()) {
      const tokens = streams[sentence]?.tokens ?? []
      const mentions = names.map((one, index) => {
        const before = tokens[one.from - 1]
        const subject =
          index === 0 &&
          (!before ||
            before.kind === 'mark' ||
            before.lower === 'the' ||
            before.first ||
            !/^(?:of|in|on|at|to|from|by|with|for|against|after|about|over)$/.test(before.lower))
        return { ...one, entity: this.#entityOf(one), subject, sentence }
      })
      this.mentions.push(...mentions)
      learnGender(mentions, tokens)
      this.#bySentence.set(sentence, mentions)
    }
  }

  /** The names of a sentence, by its place among the streams. */
  of(sentence: number): readonly Mention[] {
    return this.#bySentence.get(sentence) ?? []
  }

  /** Whoever holds that office, when it is one person only: “the minister”, “the defence secretary”. */
  holder(words: string): Entity | undefined {
    const asked = words.toLowerCase().replace(/^(?:the|his|her|its|their|our) /, '')
    const holders = [...this.#full.values()].filter(
      ({ role, kind }) => kind === 'person' && endsWith(role.toLowerCase(), asked),
    )
    return holders.length === 1 ? holders[0] : undefined
  }

  #meet(named: Named): Entity {
    const key = named.name.toLowerCase()
    const known = this.#full.get(key)
    if (known) {
      if (known.role === '' && named.role !== '') known.role = named.role
      if (named.kind === 'person') known.kind = 'person'
      known.gender ??= named.gender
      return known
    }
    const entity: Entity = {
      name: named.name,
      role: named.role,
      kind: named.kind,
      gender: named.gender,
      start: named.start,
    }
    this.#full.set(key, entity)
    const last = lastName(named.name)
    this.#last.set(last, [...(this.#last.get(last) ?? []), entity])
    return entity
  }

  #entityOf(named: Named): Entity {
    if (isFull(named)) return this.#meet(named)
    const key = named.name.toLowerCase()
    const people = this.#last
      .get(key)
      ?.filter(({ name, kind, gender }) => name.includes(' ') && kind === 'person' && fits(gender, named.gender))
    const earlier = people?.filter(({ start }) => start <= named.start).at(-1) ?? people?.[0]
    if (earlier) return this.#learn(earlier, named)
    const byFirst = [...this.#full.values()].find(
      ({ name, kind, start }) => kind === 'person' && name.toLowerCase().startsWith(`${key} `) && start <= named.start,
    )
    if (byFirst) return this.#learn(byFirst, named)
    const bodies = this.#last
      .get(key)
      ?.filter(({ name, kind, start }) => name.includes(' ') && kind === 'organisation' && start <= named.start)
    return bodies?.length === 1 && bodies[0] ? bodies[0] : this.#meet(named)
  }

  #learn(entity: Entity, { gender, role }: Named): Entity {
    entity.gender ??= gender
    if (entity.role === '') entity.role = role
    return entity
  }
}

const isFull = ({ name }: Named) => name.includes(' ') && !particles.has(name.split(' ')[0]?.toLowerCase() ?? '')
const fits = (a: Gender, b: Gender) => a === undefined || b === undefined || a === b
const endsWith = (role: string, asked: string) =>
  asked !== '' &&
  (role === asked ||
    role.endsWith(` ${asked}`) ||
    role.startsWith(`${asked} of`) ||
    role.startsWith(`${asked} for`) ||
    role.includes(` ${asked} of`))

// “Linnea Strand shook her head”: with one person only in the sentence, it is hers.
function learnGender(mentions: readonly Mention[], tokens: Stream['tokens']): void {
  const people = new Set(mentions.flatMap(({ entity }) => (entity.kind === 'person' ? [entity] : [])))
  const [only] = people
  const [head] = mentions
  if (!only || people.size > 1 || head?.entity !== only) return
  const own = tokens.find(({ start, lower }) => start > head.end && (lower === 'her' || lower === 'his'))
  if (own) only.gender ??= own.lower === 'her' ? 'f' : 'm'
}
