import { plainText } from './plain-text.ts'

/** An object of JSON-LD. */
export type Thing = Record<string, unknown>

/** Whether a value is an object, and not a list of some. */
export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One value or several, as a list. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

/** Whether it is of that type, by whatever name its vocabulary is called. */
export const isA = (thing: Thing, type: string): boolean =>
  listOf(thing['@type'] ?? thing.type).some(
    (one) => typeof one === 'string' && one.replace(/^(?:https?:\/\/schema\.org\/|schema:)/i, '') === type,
  )

/** The first text under one of those names that says something, in one of the values that may stand there. */
export function textOf(thing: Thing, ...names: string[]): string {
  for (const name of names)
    for (const value of listOf(thing[name])) {
      const text = typeof value === 'string' ? plainText(value) : typeof value === 'number' ? String(value) : ''
      const inside = isThing(value) ? textOf(value, '@value', 'name') : ''
      if (text || inside) return text || inside
    }
  return ''
}

/** The name of whoever stands under one of those names: as an object, a text, or several of these. */
export function nameOf(thing: Thing, ...names: string[]): string {
  const all = names.flatMap((name) => listOf(thing[name]))
  for (const one of all) {
    const name = isThing(one) ? textOf(one, 'name', 'legalName', 'alternateName') : plainText(String(one))
    if (name && !/^https?:\/\/|^_:/.test(name)) return name.replaceAll('\n', ' ').slice(0, 200)
  }
  return ''
}

/** The first web address under one of those names, also of an object there; relative ones are read as from `base`. */
export function addressOf(thing: Thing, base: string | undefined, ...names: string[]): string {
  for (const name of names)
    for (const value of listOf(thing[name])) {
      const text = isThing(value) ? addressOf(value, base, 'url', '@id') : typeof value === 'string' ? value.trim() : ''
      const url = text === '' || text.startsWith('#') ? null : URL.parse(text, base)
      if (url && /^https?:$/.test(url.protocol) && url.username === '') return url.href
    }
  return ''
}
