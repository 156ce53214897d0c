// @ts-check
// The reading view, made handier: everything here can also be done by links and forms.
import './reading-failures.js'
import { currentFound, panel } from './reading-found.js'
import './reading-keys.js'
import { selectedRange, text } from './reading-place.js'
import { choose, unchoose } from './reading-sentences.js'
import { currentClaim, enterSide, load, openClaim } from './reading-side.js'

text.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || selectedRange()) return
  const clicked = /** @type {Element} */ (event.target)
  const found = clicked.closest('mark')?.getAttribute('data-found')
  if (clicked.closest('.f')) return
  if (found) return document.getElementById(`f-${found}`)?.click()
  const number = clicked.closest('.n')
  if (number) return enterWhenOpen(event, number)
  const handle = clicked.closest('.handle')
  const bar = clicked.closest('path')
  const id = handle?.closest('.s')?.id.slice(2) ?? bar?.getAttribute('data-sentence')
  if (id) return openSentence(event, id)
  const mark = clicked.closest('mark')
  if (mark) openClaim(innerOrNext(mark))
  else
    choose(
      clicked.closest('.s') instanceof HTMLElement ? /** @type {HTMLElement} */ (clicked.closest('.s')) : undefined,
    )
})

// The number of the claim that is beside the text already: go there.
/**
 * @param {MouseEvent} event
 * @param {Element} number
 */
function enterWhenOpen(event, number) {
  if (number.hasAttribute('aria-current') && event.isTrusted && event.detail === 0) enterSide()
}

/**
 * @param {MouseEvent} event
 * @param {string} id
 */
function openSentence(event, id) {
  event.preventDefault()
  unchoose()
  const address = `${location.pathname}?sentence=${id}`
  load(address, { push: address })
}

// Where claims overlap, the innermost is opened first, and another click opens the next one out.
/** @param {Element} mark */
function innerOrNext(mark) {
  const ids = []
  for (let over = /** @type {Element | null | undefined} */ (mark); over; over = over.parentElement?.closest('mark'))
    if (over.hasAttribute('data-claim')) ids.push(over.getAttribute('data-claim'))
  const at = ids.findIndex((id) => currentClaim()?.id === `m-${id}`)
  return document.getElementById(`m-${ids[(at + 1) % ids.length]}`)
}

document.addEventListener('click', (event) => {
  const isInside = event.target instanceof Element && event.target.closest('#text, #pick, dialog')
  if (!isInside) unchoose()
})

// Links to the sentences are for those who have no script, or who are on the sentence; else they would be 250 stops of the Tab key.
const tidy = () => {
  for (const handle of text.querySelectorAll('.handle')) handle.setAttribute('tabindex', '-1')
  text.querySelector('.handle')?.setAttribute('tabindex', '0')
}
tidy()
document.addEventListener('htmx:after:swap', (event) => {
  if (/** @type {CustomEvent} */ (event).detail.ctx.target === text) tidy()
})

const asked = new URLSearchParams(location.search)
if (asked.has('claim')) currentClaim()?.scrollIntoView({ block: 'center' })
if (asked.has('candidate')) {
  currentFound()?.scrollIntoView({ block: 'center' })
  panel()?.focus({ preventScroll: true })
}
