// @ts-check
// The boxes of the list of claims: one box for all of them, and how many are ticked.

/** @returns {HTMLInputElement[]} */
const boxes = () => [...document.querySelectorAll('#claim-list .box input[name="claim"]')].map(asBox)
const asBox = (/** @type {Element} */ element) => /** @type {HTMLInputElement} */ (element)

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

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.closest('#claim-list .box')) return
  if (target.id === 'all-claims') for (const box of boxes()) box.checked = target.checked
  count()
})
document.addEventListener('htmx:after:swap', () => {
  offerAll()
  count()
})
offerAll()
// Browsers keep what was ticked when one comes back to a page.
addEventListener('pageshow', count)
