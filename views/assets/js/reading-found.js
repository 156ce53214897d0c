// @ts-check
// The claims that Stet proposes: going from one to the next, and marking in the text the one that stands beside it.
import { text } from './reading-place.js'
import { say, tell } from './reading-say.js'

/** The proposal beside the text, or what stands there when none is left. */
export const panel = () => /** @type {HTMLElement | null} */ (document.querySelector('#focus .candidate-panel'))

const links = () => /** @type {HTMLAnchorElement[]} */ ([...text.querySelectorAll('.f')])
export const currentFound = () => /** @type {HTMLAnchorElement | null} */ (text.querySelector('.f[aria-current]'))

/**
 * Opens the next proposal in the text, or the one before.
 * @param {number} by
 */
export function stepFound(by) {
  const all = links()
  const at = all.findIndex((link) => link === currentFound())
  const next = at < 0 ? all[0] : all[at + by]
  if (next) next.click()
  else tell(all.length === 0 ? 'Stet proposes nothing more in this text.' : 'There is no proposal further on.')
}

/** Marks in the text the proposal that stands beside it. */
export function followFound() {
  for (const on of text.querySelectorAll('mark.found.on')) on.classList.remove('on')
  currentFound()?.removeAttribute('aria-current')
  const place = panel()?.dataset.place
  if (!place) return
  for (const mark of text.querySelectorAll(`mark[data-found="${place}"]`)) mark.classList.add('on')
  const link = document.getElementById(`f-${place}`)
  link?.setAttribute('aria-current', 'true')
  link?.scrollIntoView({ block: 'nearest' })
  say(`${panel()?.querySelector('h2')?.textContent ?? ''}: ${panel()?.querySelector('.statement')?.textContent ?? ''}`)
}

document.addEventListener('htmx:after:swap', (event) => {
  if (/** @type {CustomEvent} */ (event).detail.ctx.target === text) followFound()
})
