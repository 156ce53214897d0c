import { Parser } from 'htmlparser2'
import { canonicalLanguage } from '../articles/languages.ts'
import { partialDateProblem } from '../values/partial-date.ts'

/** A line of text as it is read: entities written twice and tags in it undone; undefined when nothing or too much is left. */
export function lineOf(text: string, max: number): string | undefined {
  const line = (/[&<]/.test(text) ? withoutTags(text) : text)
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line !== '' && line.length <= max ? line : undefined
}

function withoutTags(text: string): string {
  let plain = ''
  const parser = new Parser({ ontext: (part) => (plain += part) })
  parser.end(text)
  return plain
}

/**
 * A date with as much as is said of it: 2025, 2025-04, 2025-04-19, also with slashes or a time after it, in whose zone the day
 * is. What could be read in two ways, such as 03/04/2025, is not read.
 */
export function dateIn(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:$|[T\s])/.exec(text.trim()) ?? []
  if (!year || year < '1000') return undefined
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  return partialDateProblem(date) === undefined ? date : undefined
}

/** The tag of a language as a page gives it, such as `en_GB`. */
export const languageIn = (text: string): string | undefined =>
  text.length <= 35 && text.trim() !== '' ? canonicalLanguage(text) : undefined

/** Names one after the other, as many as fit into so many characters; the rest is called et al. */
export function namesOf(names: readonly string[], max = 200): string | undefined {
  const each = [...new Set(names.map((name) => lineOf(name, max)?.replace(/^by\s+/i, '')))].filter(
    (name) => name !== undefined && name !== '' && !/^https?:/i.test(name),
  )
  const [all, rest] = [each.join('; '), ' et al.']
  if (all.length <= max) return all || undefined
  let fitting = ''
  for (const name of each) {
    const longer = fitting === '' ? `${name}` : `${fitting}; ${name}`
    if (longer.length + rest.length > max) break
    fitting = longer
  }
  return fitting === '' ? undefined : fitting + rest
}
