// @ts-check
// On the page of a copy: the words that are selected are what “Use as evidence” takes.

const form = document.querySelector('.use-as-evidence')
const text = document.querySelector('.copy-text')

/**
 * Where a place of the document is in the text of the copy: UTF-16 code units.
 * @param {Node} node @param {number} offset
 */
function placeOf(node, offset) {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest('[data-start]')
  if (!(paragraph instanceof HTMLElement)) return undefined
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  range.setEnd(node, offset)
  const goesOn = paragraph.querySelector('.soft')?.textContent.length ?? 0
  return Number(paragraph.dataset.start) + Math.max(0, range.toString().length - goesOn)
}

function take() {
  const selection = document.getSelection()
  const mark = form?.querySelector('[name=mark]')
  const said = form?.querySelector('output')
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed || !(mark instanceof HTMLInputElement)) return
  const range = selection.getRangeAt(0)
  const start = placeOf(range.startContainer, range.startOffset)
  const end = placeOf(range.endContainer, range.endOffset)
  if (!text?.contains(range.commonAncestorContainer) || start === undefined || end === undefined || end <= start) return
  mark.value = `${start}-${end}`
  const words = selection.toString().replaceAll(/\s+/g, ' ').trim()
  if (said)
    said.textContent = `Selected: “${words.length > 80 ? `${words.slice(0, 60)} … ${words.slice(-16)}` : words}”`
}

if (form && text) document.addEventListener('selectionchange', take)
