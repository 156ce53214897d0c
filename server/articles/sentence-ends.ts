import type { Abbreviations } from './abbreviations.ts'

type Rules = Abbreviations & { language: string }

/** Whether `right`, which Unicode's rules make a sentence of its own, still belongs to the sentence `left`. */
export function continues(left: string, right: string, rules: Rules): boolean {
  // All that decides stands near the cut; a long text is not searched again and again.
  const before = left.slice(-60)
  const after = right.slice(0, 80).replace(/^\p{Cf}+/u, '')
  return (
    isClosing(after) ||
    isListMark(left) ||
    isOpening(left) ||
    opensInLowerCase(after) ||
    (/\.\p{Cf}*$/u.test(before) && endsInAbbreviation(before, after, rules))
  )
}

/** Whether `right` says who spoke the quotation that `left` ends with: “Did you wait?” Healey asked. */
export const isAttribution = (left: string, right: string, { said }: Rules): boolean =>
  said !== undefined && right.length <= 80 && /[?!。！？][”"’»」』״]$/u.test(left.slice(-2)) && said.test(right)

const isClosing = (after: string) => /^[\p{Pe}\p{Pf}"'״׳.!?…]+$/u.test(after)

const isOpening = (left: string) => left.length < 6 && /^[\p{Pi}\p{Ps}]+$/u.test(left)

const isListMark = (left: string) => left.length < 6 && /^\(?(?:\p{Nd}{1,3}|\p{L})[.)]$/u.test(left)

// Georgian is written in letters that count as lower case.
const opensInLowerCase = (after: string) => /^[\p{Pi}\p{Ps}\p{Pd}"'\s]*(?!\p{Script=Georgian})\p{Ll}/u.test(after)

function endsInAbbreviation(before: string, after: string, rules: Rules): boolean {
  const [last = '', pair = ''] = lastWords(before)
  if (rules.open.has(last) || rules.open.has(pair)) return true
  if (/^(?:\p{N}|[IVXLC]{2,}\b)/u.test(after)) return rules.numbered.has(last)
  const isOrdinal = rules.language === 'de' && /(?:^|\s)\d{1,2}\.$/.test(before)
  if (isOrdinal || isInitial(before) || rules.closing.has(last) || rules.closing.has(pair))
    return !rules.openers.has(firstWord(after))
  return false
}

/** The last word without its stop, and the last two as one: `b` and `z.b` of “z. B.”. */
function lastWords(before: string): string[] {
  const [pair, first, last] = /(?:([\p{L}\p{M}.-]+\.)\s+)?([\p{L}\p{M}№.-]+)\.\p{Cf}*$/u.exec(before) ?? []
  if (pair === undefined || last === undefined) return []
  return [last, (first ?? '') + last].map((word) => word.toLocaleLowerCase('en'))
}

const firstWord = (after: string) => (/[\p{L}\p{M}]+/u.exec(after)?.[0] ?? '').toLocaleLowerCase('en')

// J. K. Rowling, U.S., D.C., Ю. Тынянов; a lone lower-case letter is none, a letter of a script without case is.
const isInitial = (before: string) => /(?:^|[\s\p{P}])(?:\p{Lu}|\p{Lo}|\p{L}\.-?\p{L})\p{M}*\.\p{Cf}*$/u.test(before)
