import { Parser } from 'htmlparser2'
import type { BlockKind, Piece } from '../articles/blocks.ts'
import { inline, kindWithin, tidy } from './html-blocks.ts'

// Forms stay: some sites put the whole page into one.
const unread = new Set('script style noscript template iframe object svg math head title select textarea'.split(' '))
const cell = new Set(['td', 'th'])
const chunk = 65_536

/** Depth costs the parser time that grows faster than it does. */
const pageLimits = { depth: 2_000, nodes: 1_000_000 }

/**
 * Everything that can be read on a page, menus too, in document order; the cells of a table row stand in one line, a tab
 * between them; undefined when the page is too deep or too large to try. Reads the source once and builds no tree.
 */
export function pageText(source: string): Piece[] | undefined {
  const page = newPage()
  const parser = new Parser(page.handler, { lowerCaseTags: true, decodeEntities: true })
  for (let at = 0; at < source.length; at += chunk) {
    parser.write(source.slice(at, at + chunk))
    if (page.isBeyond()) return undefined
  }
  parser.end()
  page.flush()
  return page.pieces
}

function newPage() {
  const pieces: Piece[] = []
  const kinds: BlockKind[] = ['paragraph']
  let line: string[] = []
  let hidden = 0
  let depth = 0
  let nodes = 0
  let beyond = false
  let verbatim = 0
  const flush = () => {
    const text = asLine(line.join(''))
    line = []
    if (text !== '') pieces.push({ kind: kinds.at(-1) ?? 'paragraph', text })
  }
  const isBlock = (name: string) => !inline.has(name) && !cell.has(name)
  const handler = {
    onopentagname: (name: string) => {
      depth += 1
      nodes += 1
      beyond ||= depth > pageLimits.depth || nodes > pageLimits.nodes
      if (unread.has(name)) hidden += 1
      if (hidden > 0) return
      if (cell.has(name) && line.length > 0) line.push(betweenCells)
      if (isBlock(name)) flush()
      if (name === 'pre') verbatim += 1
      kinds.push(kindWithin(name, kinds.at(-1) ?? 'paragraph'))
    },
    ontext: (text: string) => {
      if (hidden > 0) return
      const [first = '', ...lines] = verbatim > 0 ? text.split('\n') : [text]
      line.push(first)
      for (const next of lines) {
        flush()
        line.push(next)
      }
    },
    onclosetag: (name: string) => {
      depth -= 1
      if (unread.has(name)) hidden -= 1
      if (hidden > 0 || unread.has(name)) return
      if (isBlock(name)) flush()
      if (name === 'pre') verbatim -= 1
      if (kinds.length > 1) kinds.pop()
    },
  }
  return { pieces, handler, flush, isBeyond: () => beyond }
}

// No page can hold this one: it is dropped from text.
const betweenCells = '\u001F'

const asLine = (text: string) =>
  text
    .split(betweenCells)
    .map(tidy)
    .filter((part) => part !== '')
    .join('\t')
