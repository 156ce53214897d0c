// @ts-check
// Where things are in the frozen text. Offsets are UTF-16 code units, as JavaScript counts.

export const text = /** @type {HTMLElement} */ (document.getElementById('text'))

/**
 * The place of the text that a range covers, or undefined when it covers none.
 * @param {Range} range
 */
export function placeOf(range) {
  /** @type {{ start: number, end: number } | undefined} */
  let place
  for (const block of /** @type {NodeListOf<HTMLElement>} */ (text.querySelectorAll('.block'))) {
    if (!range.intersectsNode(block)) continue
    let at = Number(block.dataset.start)
    for (const node of wordsOf(block)) {
      const from = node === range.startContainer ? range.startOffset : 0
      const to = node === range.endContainer ? range.endOffset : node.data.length
      if (range.intersectsNode(node) && from < to && node.data.slice(from, to).trim() !== '')
        place = { start: place?.start ?? at + from, end: at + to }
      at += node.data.length
    }
  }
  return place
}

/**
 * The text nodes of a block that are the article's own: numbers and links are ours.
 * @param {Element} block
 */
function* wordsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('a, svg') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  while (walker.nextNode()) yield /** @type {Text} */ (walker.currentNode)
}

/**
 * What a piece of the page says in the article's own words.
 * @param {Element} element
 */
export const wordsIn = (element) => [...wordsOf(element)].map((node) => node.data).join('')

/** The words that are selected in the text, or undefined. */
export function selectedRange() {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  return range.intersectsNode(text) && placeOf(range) ? range : undefined
}

/** @param {Element} sentence */
export function rangeOf(sentence) {
  const range = document.createRange()
  range.selectNodeContents(sentence)
  return range
}
