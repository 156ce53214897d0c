import type { Span } from '../../articles/sentences.ts'
import { isName } from './phrases.ts'
import { appositionAfter } from './phrases-after.ts'
import type { Token } from './tokens.ts'
import {
  determiners,
  femaleTitles,
  maleTitles,
  openers,
  organisationWords,
  particles,
  placeWords,
  prepositions,
  roles,
  titles,
} from './word-lists.ts'

export type Gender = 'm' | 'f' | undefined
/** A name where it stands: with its title and the role before or after it. */
export type Named = Span & {
  name: string
  role: string
  kind: 'person' | 'organisation' | 'other'
  gender: Gender
  title: string
  /** Where among the tokens; the role before it included. */
  from: number
  to: number
}

type Tokens = readonly Token[]

/** The names in the words of a sentence, in order. */
export function namesIn(tokens: Tokens): Named[] {
  const found: Named[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!startsName(tokens, at)) continue
    const to = endOfName(tokens, at)
    const named = read(tokens, at, to)
    if (named) found.push(named)
    at = to - 1
  }
  return found
}

function startsName(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && isName(token) && !(token.first && openers.has(token.lower))
}

function endOfName(tokens: Tokens, from: number): number {
  let to = from + 1
  for (; to < tokens.length; to++) {
    const token = tokens[to]
    if (!token || token.kind === 'quotation') break
    if (isName(token)) continue
    const next = tokens[to + 1]
    if (token.text === '&' && next?.capital) continue
    if (
      (particles.has(token.lower) && (next?.capital || particles.has(next?.lower ?? ''))) ||
      (token.lower === 'of' && isName(next) && joinsOf(tokens, from, to))
    )
      continue
    break
  }
  return to
}

// Secretary of State, Ministry of Defence, University of Ellery.
const joinsOf = (tokens: Tokens, from: number, at: number) => {
  const before = tokens[at - 1]?.lower ?? ''
  return (
    organisationWords.has(before) ||
    (roles.has(before) && tokens[at + 1]?.lower === 'state') ||
    (roles.has(before) && at - 1 === from && tokens[at + 1]?.lower === 'staff')
  )
}

function read(tokens: Tokens, from: number, to: number): Named | undefined {
  const words = tokens.slice(from, to)
  const roleEnd = endOfRole(words)
  const before = roleEnd > 0 ? { from, role: textOf(words.slice(0, roleEnd)) } : roleBefore(tokens, from)
  let start = from + Math.max(roleEnd, 0)
  let title = ''
  let gender: Gender
  for (; start < to - 1; start++) {
    const plain = (tokens[start]?.lower ?? '').replace('.', '')
    if (!titles.has(plain)) break
    title = plain
    gender ??= maleTitles.has(plain) ? 'm' : femaleTitles.has(plain) ? 'f' : undefined
  }
  const name = tokens.slice(start, to)
  const [first] = name
  if (!first) return undefined
  if (first.first && name.length === 1 && roleEnd <= 0 && title === '' && /^(?:[a-z]+ly|[a-z]+ing)$/.test(first.lower))
    return undefined
  const after = before.role === '' ? roleAfter(tokens, to) : ''
  const role = before.role || after
  const kind = kindOf(tokens, { start, to }, { role, title })
  gender ??= /woman\b|\bmother|\bqueen|\bsister|\bactress|\bwife|\bdaughter/i.test(role)
    ? 'f'
    : /(?<!wo)man\b|\bfather|\bking\b|\bbrother|\bhusband/i.test(role)
      ? 'm'
      : undefined
  const named = { name: textOf(name), title, gender, kind, start: tokens[before.from]?.start ?? first.start }
  return { ...named, role: kind === 'person' ? role : '', end: name.at(-1)?.end ?? first.end, from: before.from, to }
}

/** How many words at the beginning are a role: “British Defence Secretary” of “British Defence Secretary John Healey”. */
function endOfRole(words: Tokens): number {
  if (
    words.some(({ lower, text }) => organisationWords.has(lower) && !roles.has(lower) && text !== lower) &&
    !roles.has(words.at(-3)?.lower ?? '')
  ) {
    const last = words.at(-1)?.lower ?? ''
    if (organisationWords.has(last)) return 0
  }
  const at = words.findLastIndex(({ lower }, index) => roles.has(lower) && index < words.length - 1)
  if (at < 0) return 0
  const end = words[at + 1]?.lower === 'of' ? at + 3 : at + 1
  return end < words.length ? end : 0
}

// “Labour leader Sir Keir Starmer”, “site manager Joaquín Reyes”: up to three words more before the role.
function roleBefore(tokens: Tokens, at: number): { from: number; role: string } {
  const before = tokens[at - 1]
  if (!before || before.kind !== 'word' || before.capital || !isRole(before.lower)) return { from: at, role: '' }
  let from = at - 1
  for (let tries = 0; tries < 3; tries++) {
    const token = tokens[from - 1]
    if (
      !token ||
      token.kind !== 'word' ||
      determiners.has(token.lower) ||
      prepositions.has(token.lower) ||
      openers.has(token.lower)
    )
      break
    if (!token.capital && !modifiers.has(token.lower) && !/(?:ic|al|ary|ist|ish|an)$/.test(token.lower)) break
    from--
  }
  return { from, role: textOf(tokens.slice(from, at)) }
}

const modifiers = new Set(
  'former deputy acting senior chief vice general managing executive fund site police union opposition interim assistant prime foreign finance health education defence defense justice trade home team party group company town city county state head lead shadow junior retired local community ex fellow'.split(
    ' ',
  ),
)
const isRole = (lower: string) =>
  roles.has(lower) ||
  /.{3}(?:ologist|onomist|entist|woman|man|person|keeper|maker|owner|worker|officer|player|writer|driver)$/.test(lower)

function roleAfter(tokens: Tokens, at: number): string {
  const run = appositionAfter(tokens, at)
  if (!run) return ''
  const words = tokens.slice(run.from, run.to)
  const from = determiners.has(words[0]?.lower ?? '') ? 1 : 0
  return textOf(words.slice(from))
}

function kindOf(
  tokens: Tokens,
  { start, to }: { start: number; to: number },
  { role, title }: { role: string; title: string },
): Named['kind'] {
  const name = tokens.slice(start, to)
  const before = tokens[start - 1]?.lower ?? ''
  if (title !== '') return 'person'
  if (name.some(({ lower, text }) => (organisationWords.has(lower) && text !== lower) || text === '&'))
    return 'organisation'
  if (role !== '') return 'person'
  if (name.length === 1 && /^\p{Lu}{2,6}$/u.test(name[0]?.text ?? '')) return 'organisation'
  const words = name.filter(({ lower }) => !particles.has(lower))
  const isPlace =
    name.some(({ lower }) => placeWords.has(lower) || roles.has(lower)) ||
    ['the', 'in', 'at', 'near', 'across', 'outside', 'around', 'a', 'an'].includes(before)
  return words.length >= 2 &&
    words.length <= 4 &&
    !isPlace &&
    words.every(({ text }) => /^\p{Lu}\p{Ll}|^\p{Lu}\.$|^\p{Lu}[’']/u.test(text))
    ? 'person'
    : 'other'
}

/** The words of tokens with their spaces as they stand in the text. */
export function textOf(tokens: Tokens): string {
  let text = ''
  let end = tokens[0]?.start ?? 0
  for (const token of tokens) {
    text += (token.start > end ? ' ' : '') + token.text
    end = token.end
  }
  return text
}
