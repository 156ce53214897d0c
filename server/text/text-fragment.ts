/** What a text fragment points at: from the beginning of `start` to the end of `end`, or `start` alone. */
export type TextDirective = { start: string; end?: string; prefix?: string; suffix?: string }

const mark = ':~:'
const longestWhole = 120
const wordsAtEnds = 6

/**
 * Takes the text fragment off an address (WICG Scroll to Text Fragment): `#:~:text=prefix-,start,end,-suffix`. What cannot be
 * read of it is left out; the address is given back without it either way.
 */
export function splitTextFragment(address: string): { address: string; directives: TextDirective[] } {
  const hash = address.indexOf('#')
  const at = hash < 0 ? -1 : address.indexOf(mark, hash)
  if (at < 0) return { address, directives: [] }
  const directives = address
    .slice(at + mark.length)
    .split('&')
    .filter((directive) => directive.startsWith('text='))
    .flatMap((directive) => readDirective(directive.slice('text='.length)) ?? [])
  return { address: address.slice(0, at).replace(/#$/, ''), directives }
}

function readDirective(value: string): TextDirective | undefined {
  const parts = value.split(',')
  const prefix = parts.length > 1 && parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined
  const suffix = parts.length > 1 && parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined
  const [start, end, ...rest] = parts
  if (start === undefined || rest.length > 0) return undefined
  const read = { start: decoded(start), end: decoded(end), prefix: decoded(prefix), suffix: decoded(suffix) }
  if (!read.start || Object.values(read).includes(null)) return undefined
  return {
    start: read.start,
    ...(read.end && { end: read.end }),
    ...(read.prefix && { prefix: read.prefix }),
    ...(read.suffix && { suffix: read.suffix }),
  }
}

// Null for what is not percent-encoded text.
function decoded(part: string | undefined): string | null | undefined {
  if (part === undefined) return undefined
  try {
    return decodeURIComponent(part).trim()
  } catch {
    return null
  }
}

/** The words a directive names, as a passage: where there is an end, what is between is marked as left out. */
export const passageOf = ({ start, end }: TextDirective): string => (end === undefined ? start : `${start} […] ${end}`)

/** The address with a fragment that takes a browser to the passage: a short one whole, a long one from its first to its last words. */
export function withTextFragment(address: string, passage: string): string {
  const words = passage.trim().split(/\s+/)
  const isWhole = words.length <= 2 * wordsAtEnds && passage.length <= longestWhole && !passage.trim().includes('\n')
  const parts = isWhole ? [words] : [words.slice(0, wordsAtEnds), words.slice(-wordsAtEnds)]
  const text = parts.map((part) => encoded(part.join(' '))).join(',')
  return `${address}${address.includes('#') ? '' : '#'}${mark}text=${text}`
}

// A hyphen would be read as the end of a prefix.
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')
