import type { BlockKind, Piece } from '../articles/blocks.ts'

/** What is needed of a DOM node. */
export type DomNode = {
  nodeType: number
  localName?: string
  textContent: string | null
  childNodes: Iterable<DomNode>
}

const kinds: Record<string, BlockKind | undefined> = { blockquote: 'quotation', li: 'item', dt: 'item', dd: 'item' }
const unread = new Set('script style noscript template iframe object svg math nav form button select input'.split(' '))
/** Elements that stand within a line. */
export const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt rp s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** The plain blocks of a DOM tree, in document order. Takes as many stack frames as the tree is deep. */
export function domPieces(root: DomNode): Piece[] {
  const pieces: Piece[] = []
  let line = ''
  const flush = (kind: BlockKind) => {
    const text = tidy(line)
    line = ''
    if (text !== '') pieces.push({ kind, text })
  }
  const walk = (node: DomNode, kind: BlockKind) => {
    if (node.nodeType === 3) line += node.textContent ?? ''
    const name = node.localName ?? ''
    if (node.nodeType !== 1 || unread.has(name)) return
    const within = kindWithin(name, kind)
    if (!inline.has(name)) flush(kind)
    for (const child of node.childNodes) walk(child, within)
    if (!inline.has(name)) flush(within)
  }
  walk(root, 'paragraph')
  flush('paragraph')
  return pieces
}

/** What text directly in an element is, where text around it is of `kind`. */
export function kindWithin(name: string, kind: BlockKind): BlockKind {
  if (/^h[1-6]$/.test(name)) return 'heading'
  return kinds[name] ?? kind
}

/** One line of text: of white space, HTML collapses the ASCII kinds; a no-break space stays. Controls nobody can see are not text. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[ \t\n\f\r\u2028\u2029]+/g, ' ')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001F\u007F]/g, '')
    .trim()
