// @ts-check
// The boxes of the list of claims: one box for all of them, ranges, and how many are ticked.

/** @returns {HTMLInputElement[]} */
const boxes = () => [...document.querySelectorAll('#claim-list .box input[name="claim"]')].map(asBox)
const asBox = (/** @type {Element} */ element) => /** @type {HTMLInputElement} */ (element)

/** The value of the box that was ticked last: where a range begins. */
let last = ''

function offerAll() {
  const head = document.querySelector('#claim-list th.box')
  if (!head || head.querySelector('input')) return
  head.innerHTML =
    '<label><input type="checkbox" id="all-claims" /><span class="unseen">Every claim on this page</span></label>'
}

function count() {
  const all = boxes()
  const ticked = all.filter((box) => box.checked).length
  const said = document.querySelector('#bulk-count')
  if (said) said.textContent = ticked === 0 ? '' : `${ticked} ticked`
  const one = document.querySelector('#all-claims')
  if (!(one instanceof HTMLInputElement)) return
  one.checked = ticked > 0 && ticked === all.length
  one.indeterminate = ticked > 0 && ticked < all.length
}

/**
 * Ticks a box, or takes its tick away; as a range all from the one that was ticked last.
 * @param {HTMLInputElement} box
 * @param {{ checked: boolean, isRange: boolean }} how
 */
export function tick(box, { checked, isRange }) {
  const all = boxes()
  const [from, to] = [all.findIndex(({ value }) => value === last), all.indexOf(box)]
  const begin = isRange && from >= 0 ? from : to
  for (const one of all.slice(Math.min(begin, to), Math.max(begin, to) + 1)) one.checked = checked
  last = box.value
  count()
}

document.addEventListener('click', ({ target, shiftKey }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches('#claim-list .box input[name="claim"]')) return
  tick(target, { checked: target.checked, isRange: shiftKey })
})
// With Shift, a click on the label around a box marks text in some browsers, where it is meant for the box.
document.addEventListener('mousedown', (event) => {
  if (event.shiftKey && event.target instanceof Element && event.target.closest('#claim-list .box'))
    event.preventDefault()
})
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.id !== 'all-claims') return
  for (const box of boxes()) box.checked = target.checked
  count()
})
document.addEventListener('htmx:after:swap', () => {
  offerAll()
  count()
})
offerAll()
// Browsers keep what was ticked when one comes back to a page.
addEventListener('pageshow', count)
