import { searchable } from '../text/search-words.ts'

// What stands behind a company's name and tells nothing of whose it is.
const legalForm = /(?<=.) (ltd|limited|inc|incorporated|llc|plc|corp|corporation|gmbh|ag|sa|sas|srl|bv|nv|ab|oy|as|co)$/

// The same few names come up again and again where many sources are weighed.
const known = new Map<string, string>()
const mostKnown = 2_000

/** A publisher's or agency's name as it is compared: without case, accents, punctuation, “the” and legal form; empty for none. */
export function nameKey(name: string | null): string {
  if (name === null) return ''
  const key = known.get(name) ?? keyOf(name)
  if (known.size >= mostKnown) known.clear()
  known.set(name, key)
  return key
}

function keyOf(name: string): string {
  const plain = searchable(name)
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '')
  return plain.replace(legalForm, '').replace(legalForm, '')
}
