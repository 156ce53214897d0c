import type { Span } from '../../articles/sentences.ts'
import type { Attributed } from '../attribution/attribute.ts'
import type { Entity, Mention } from '../attribution/cast.ts'
import type { Speaker } from '../attribution/speakers.ts'

type Change = Span & { words: string }
type Pronoun = { at: number; word: string; meant: Speaker }
/** A name or a pronoun in the text, and whom it means. */
export type Place = { at: number; mention: Mention } | Pronoun

/** All names and resolved pronouns of a text, in its order. */
export function placesIn(text: string, { cast, referents }: Attributed): Place[] {
  const names = cast.mentions.map((mention) => ({ at: mention.start, mention }))
  const pronouns = [...referents].map(([at, meant]) => ({
    at,
    meant,
    word: /^\p{L}+/u.exec(text.slice(at, at + 4))?.[0] ?? '',
  }))
  return [...names, ...pronouns].toSorted((a, b) => a.at - b.at)
}

function between(places: readonly Place[], { start, end }: Span): readonly Place[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.at ?? 0) < start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < places.length && (places[to]?.at ?? 0) < end) to++
  return places.slice(low, to)
}

/**
 * Words of a text as a sentence that stands alone: bare last names and “he” or “she” are replaced by whom they mean, the
 * office with the first. Words in quotation marks stay as they are, and so does what the text leaves open.
 */
export function statementOf(
  text: string,
  span: Span,
  { places, speaker }: { places: readonly Place[]; speaker?: Speaker | undefined },
): string {
  const named = new Set<Entity>()
  const changes: Change[] = []
  for (const place of between(places, span)) {
    const change = 'mention' in place ? ofName(text, place.mention, named) : ofPronoun(text, { ...place, named })
    if (change && !isKept(text, span, change)) changes.push(change)
  }
  const words = sentence(apply(text, span, changes))
  return speaker && isFirstPerson(words) ? `${speaker.name} said: “${words.replace(/\.$/, '')}.”` : words
}

function ofName(text: string, { name, start, end, entity, kind }: Mention, named: Set<Entity>): Change | undefined {
  const isNew = !named.has(entity)
  named.add(entity)
  const isBare =
    entity.kind === 'person' && name !== entity.name && !name.includes(' ') && (kind === 'person' || kind === 'other')
  // “the Trump administration” is no place for an office.
  const isAttribute = /\bthe $/i.test(text.slice(Math.max(0, start - 4), start))
  return isNew && isBare && !isAttribute ? { start, end, words: introduced(entity) } : undefined
}

function ofPronoun(text: string, { at, word, meant, named }: Pronoun & { named: Set<Entity> }): Change | undefined {
  const { entity, confidence } = meant
  if (!entity || named.has(entity) || confidence < 0.7) return undefined
  const end = at + word.length
  const lower = word.toLowerCase()
  if (lower === 'he' || lower === 'she') {
    named.add(entity)
    return { start: at, end, words: introduced(entity) }
  }
  const isOwner =
    lower === 'his' ||
    (lower === 'her' &&
      /^ \p{L}/u.test(text.slice(end, end + 2)) &&
      !/^ (?:to|that|in|on|at|for|with|and|about|as|by|when)\b/.test(text.slice(end)))
  named.add(entity)
  return { start: at, end, words: isOwner ? `${entity.name}’s` : entity.name }
}

/** A name with the office that it was first given: “British Defence Secretary John Healey”. */
const introduced = ({ name, role }: Entity) =>
  /^\p{Lu}/u.test(role) && role.split(' ').length <= 5 && !/[’']s/.test(role) ? `${role} ${name}` : name

// Words inside marks are somebody’s own; the marks of the claim itself are gone by then.
function isKept(text: string, { start, end }: Span, change: Span): boolean {
  const before = text.slice(start, change.start)
  const after = text.slice(change.end, end)
  return count(before, /[“«„]/g) > count(before, /[”»]/g) && /[”»]/.test(after)
}

const count = (text: string, mark: RegExp) => text.match(mark)?.length ?? 0

function apply(text: string, { start, end }: Span, changes: readonly Change[]): string {
  let words = ''
  let at = start
  for (const change of changes) {
    if (change.start < at) continue
    words += text.slice(at, change.start) + change.words
    at = change.end
  }
  return words + text.slice(at, end)
}

function sentence(words: string): string {
  const plain = words
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[,;:]$/, '')
    .replace(/^to (?=\p{Ll})/u, 'To ')
  const begun = plain.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  return /[.?!…][”’"]?$/.test(begun) ? begun : `${begun}.`
}

const isFirstPerson = (words: string) =>
  /(?:^|[\s“])(?:I|I’\w+|I'\w+|[Ww]e|[Ww]e’\w+|[Mm]y|[Oo]ur|me|us)(?=[\s,.])/.test(words)
