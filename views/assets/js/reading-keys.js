// @ts-check
// The keys of the reading view. They are off in fields, with Ctrl, Alt or Meta, and for whoever turns them off.
import { stepFound } from './reading-found.js'
import { undo } from './reading-say.js'
import { askWhy, makeClaim, stepSentence, unchoose } from './reading-sentences.js'
import { closeSide, pressInCard, stepClaim } from './reading-side.js'

const list = /** @type {HTMLDialogElement} */ (document.getElementById('keys'))
const switched = /** @type {HTMLInputElement} */ (document.getElementById('keys-on'))

/** @type {Record<string, () => unknown>} */
const keys = {
  j: () => stepClaim(1),
  k: () => stepClaim(-1),
  J: () => stepSentence({ by: 1 }),
  K: () => stepSentence({ by: -1 }),
  n: () => stepSentence({ by: 1, wanted: '.untouched' }),
  p: () => stepSentence({ by: -1, wanted: '.untouched' }),
  c: () => makeClaim(),
  a: () => pressInCard('a'),
  f: () => stepFound(1),
  F: () => stepFound(-1),
  x: () => pressInCard('x') || askWhy({ byKey: true }),
  u: () => undo(),
  e: () => pressInCard('e'),
  v: () => pressInCard('v'),
  '?': () => list.showModal(),
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
  const open = document.querySelector('dialog[open]')
  if (open) return pressNumber(open, event)
  if (event.key === 'Escape') return leave()
  if (event.key === 'Enter' && isPanel(event.target)) return void (pressInCard('e') && event.preventDefault())
  const run = keys[event.key]
  if (!run) return
  // First here, so that nothing else takes the same key a second time.
  event.stopPropagation()
  if (!switched.checked) return
  event.preventDefault()
  run()
}

/** @param {EventTarget | null} target */
const isPanel = (target) => target instanceof Element && target.matches('.candidate-panel')

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/**
 * @param {Element} dialog
 * @param {KeyboardEvent} event
 */
function pressNumber(dialog, event) {
  if (!/^[1-9]$/.test(event.key)) return
  const button = dialog.querySelectorAll('.reasons button')[Number(event.key) - 1]
  if (button instanceof HTMLElement) button.click()
}

function leave() {
  unchoose()
  closeSide()
}

addEventListener('keydown', pressed, { capture: true })

switched.checked = localStorage.getItem('letter-keys') !== 'off'
switched.addEventListener('change', () => localStorage.setItem('letter-keys', switched.checked ? 'on' : 'off'))
for (const opener of document.querySelectorAll('[data-open="keys"]'))
  opener.addEventListener('click', () => list.showModal())
