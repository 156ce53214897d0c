import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Piece } from '../articles/blocks.ts'
import { type Metadata, readMetadata } from '../sources/metadata.ts'
import { type DomNode, domPieces } from './html-blocks.ts'
import { type Guesses, tidyGuesses } from './html-guesses.ts'
import { isWithinLimits } from './html-limits.ts'

export type ReadPage = { pieces: Piece[]; guesses: Guesses }

/**
 * The article in a page, without what stands around it; undefined when the page is too deep or too large to try. Only for
 * a worker that can be stopped: hostile pages of a few kilobytes can take minutes.
 */
export function readPage(source: string): ReadPage | undefined {
  if (!isWithinLimits(source)) return undefined
  const { document } = parseHTML(asPage(source))
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const read = new Readability<DomNode>(document, { serializer: asDomNode }).parse()
  const pieces = read?.content ? domPieces(read.content) : []
  return {
    pieces: pieces.length > 0 ? pieces : wholePage(source),
    guesses: {
      ...ofTags(readMetadata(source)),
      ...tidyGuesses({
        title: read?.title,
        outlet: read?.siteName,
        byline: read?.byline,
        url: canonical,
        publishedOn: read?.publishedTime,
        language: read?.lang,
      }),
    },
  }
}

// What Readability does not look for: tags for citing, dates without a day.
const ofTags = ({ title, publisher, author, publishedOn, language }: Metadata): Guesses =>
  Object.fromEntries(
    Object.entries({ title, outlet: publisher, byline: author, publishedOn, language })
      .map(([name, guess]) => [name, guess?.value] as const)
      .filter(([, value]) => value !== undefined),
  )

// Readability has taken its own document apart, so the page is parsed once more.
const wholePage = (source: string): Piece[] => domPieces(asDomNode(parseHTML(asPage(source)).document.body))

// linkedom needs a whole document around what may be a piece of one.
const asPage = (source: string) =>
  /<(?:html|body)[\s>]/i.test(source) ? source : `<!doctype html><html><head></head><body>${source}</body></html>`

// The DOM's own types are not among ours: a DomNode is the part of a node that is read.
const asDomNode = (node: unknown) => node as DomNode
