import { searchable } from '../search-words.ts'

// What stands behind a company's name and tells nothing of whose it is.
const legalForm = /(?<=.) (ltd|limited|inc|incorporated|llc|plc|corp|corporation|gmbh|ag|sa|sas|srl|bv|nv|ab|oy|as|co)$/

/** A publisher's or agency's name as it is compared: without case, accents, punctuation, “the” and legal form; empty for none. */
export function nameKey(name: string | null): string {
  const plain = searchable(name ?? '')
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '')
  return plain.replace(legalForm, '').replace(legalForm, '')
}
