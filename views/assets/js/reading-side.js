// @ts-check
// What stands beside the text: loads it, and keeps the text, the steps and the sheet in line with it.
import { currentFound, followFound, panel } from './reading-found.js'
import { text } from './reading-place.js'
import { hush, say } from './reading-say.js'

/**
 * @typedef {{ request: { method: string }, target: Element }} Context
 * @type {{ htmx?: { ajax: (verb: string, path: string, options: object) => Promise<unknown> } }}
 */
const { htmx } = /** @type {any} */ (window)
const side = /** @type {HTMLElement} */ (document.getElementById('side'))
const focus = /** @type {HTMLElement} */ (document.getElementById('focus'))

/** @returns {HTMLAnchorElement[]} */
export const claims = () => [...text.querySelectorAll('.n')].filter((link) => link instanceof HTMLAnchorElement)
export const currentClaim = () => /** @type {HTMLAnchorElement | null} */ (text.querySelector('.n[aria-current]'))

/**
 * Puts the answer of an address beside the text.
 * @param {string} address
 * @param {{ push?: string }} [options]
 */
export function load(address, { push } = {}) {
  if (htmx) void htmx.ajax('GET', address, { target: '#focus', swap: 'innerHTML', ...(push && { push }) })
  else location.assign(address)
}

/** @param {HTMLElement | null | undefined} link */
export function openClaim(link) {
  if (!link) return
  link.focus({ preventScroll: true })
  link.scrollIntoView({ block: 'nearest' })
  link.click()
}

/** @param {number} by */
export function stepClaim(by) {
  const all = claims()
  const at = all.findIndex((link) => link.hasAttribute('aria-current'))
  openClaim(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)])
}

/**
 * Presses what the card offers under that key.
 * @param {string} key
 */
export function pressInCard(key) {
  const control = /** @type {HTMLElement | null} */ (focus.querySelector(`[data-hotkey="${key}"]`))
  const sender = control?.closest('[hx-post], [hx-get]')
  // What has only just come is not htmx's yet: pressed now, it would load the page anew.
  if (htmx && sender && !sender.hasAttribute('data-htmx-powered')) setTimeout(() => pressInCard(key), 30)
  else control?.click()
  return control !== null
}

export function closeSide() {
  if (!side.classList.contains('open') && !side.contains(document.activeElement)) return
  side.classList.remove('open')
  const back = currentClaim() ?? text.querySelector('.s.on .handle')
  if (back instanceof HTMLElement) back.focus({ preventScroll: true })
}

export const enterSide = () => side.focus()

function follow() {
  followFound()
  followPlace()
  const [kind, id] = focus.firstElementChild?.id.split(/-(?=\d+$)/) ?? []
  if (!document.getElementById('claim-new') && 'highlights' in CSS) CSS.highlights.delete('picked')
  // A form in the card's place is still about that claim.
  if (kind !== 'claim' && kind !== 'sentence') return
  for (const on of text.querySelectorAll('.on')) on.classList.remove('on')
  currentClaim()?.removeAttribute('aria-current')
  const link = kind === 'claim' ? document.getElementById(`m-${id}`) : null
  if (link) {
    link.setAttribute('aria-current', 'true')
    for (const mark of text.querySelectorAll(`mark[data-claim="${id}"]`)) mark.classList.add('on')
  }
  if (kind === 'sentence') document.getElementById(`s-${id}`)?.classList.add('on')
  followSteps(link)
  if (link) say(`${link.getAttribute('aria-label')}, is beside the text.`)
}

/** @param {HTMLElement | null} link */
function followSteps(link) {
  const all = claims()
  const at = all.findIndex((other) => other === link)
  for (const step of /** @type {NodeListOf<HTMLAnchorElement>} */ (side.querySelectorAll('[data-step]'))) {
    const to = at < 0 ? undefined : all[at + Number(step.dataset.step)]
    if (to) step.href = to.href
    else step.removeAttribute('href')
  }
  followPlace()
}

// Beside a proposal no claim is in focus.
function followPlace() {
  const all = claims()
  const at = all.findIndex((other) => !panel() && other === currentClaim())
  const counted = all.length === 1 ? '1 claim' : `${all.length} claims`
  const place = document.getElementById('place')
  if (place) place.textContent = at < 0 ? counted : `${at + 1} of ${all.length}`
}

/** @param {Context} context */
function swapped({ request, target }) {
  side.classList.add('open')
  follow()
  const isCard = focus.firstElementChild?.matches('[id^="claim-"]:not(#claim-new)')
  if (target === focus || !isCard) side.scrollTop = 0
  if (request.method === 'POST' && panel()) void refresh()
  // On a narrow screen the sheet may just have covered the words.
  if (getComputedStyle(side).position === 'fixed') currentClaim()?.scrollIntoView({ block: 'nearest' })
  if (request.method === 'POST' && isCard) {
    // The form that had the focus is gone.
    side.focus({ preventScroll: true })
    void refresh()
  }
  if (request.method === 'GET' && !isCard) {
    hush()
    firstField()?.focus({ preventScroll: true })
  }
  // No button has the focus, so that Enter and the letters are the panel's.
  panel()?.focus({ preventScroll: true })
}

/** @returns {HTMLElement | null} */
const firstField = () =>
  focus.querySelector(':is(input:not([type="hidden"], [type="submit"]), textarea, select, button):not([tabindex="-1"])')

// What was done in the card may have changed the text's marks and the counts.
function refresh() {
  const address = location.pathname + location.search
  const [select, selectOOB] = ['#text', '#coverage,#claim-index,#found-line,#found-list']
  return htmx?.ajax('GET', address, { target: '#text', swap: 'outerMorph', select, selectOOB })
}

/** @type {WeakSet<Context>} */
const ours = new WeakSet()
document.addEventListener('htmx:before:swap', (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail
  if (ctx.target instanceof Node && side.contains(ctx.target)) ours.add(ctx)
})
document.addEventListener('htmx:after:swap', (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail
  if (ours.has(ctx)) swapped(ctx)
  if (ctx.target === text) followPlace()
})
side.addEventListener('click', (event) => {
  const clicked =
    event.target instanceof Element
      ? event.target.closest('[data-step], [data-close], #claim-new a[href^="/articles/"]')
      : null
  if (!(clicked instanceof HTMLElement)) return
  event.preventDefault()
  if (clicked.dataset.close) closeSide()
  else if (!clicked.dataset.step) load((currentFound() ?? currentClaim())?.getAttribute('hx-get') ?? location.pathname)
  else if (clicked.hasAttribute('href')) stepClaim(Number(clicked.dataset.step))
})
