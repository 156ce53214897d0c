import { doiIn } from './doi.ts'
import { isbnIn } from './isbn.ts'
import type { Metadata } from './metadata.ts'

// The first page or two, where a document says what it is; further on it names others.
const start = 6_000

/** What a document without tags says about itself in its text: a DOI, when it names no other, and an ISBN that is called one. */
export function identifiersIn(text: string): Metadata {
  const beginning = text.slice(0, start)
  const doi = doiIn(beginning)
  const isbn = isbnIn(beginning)
  const isOnly = doi !== undefined && !namesAnother(beginning, doi)
  return { ...(isOnly && { doi: { value: doi, from: 'text' } }), ...(isbn && { isbn: { value: isbn, from: 'text' } }) }
}

const namesAnother = (text: string, doi: string) => text.split(/\s+/).some((word) => (doiIn(word) ?? doi) !== doi)
