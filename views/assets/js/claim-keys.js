// @ts-check
// The keys of the list of claims. They are off in fields, with Ctrl, Alt or Meta, and for whoever turns them off.
import { tick } from './claim-boxes.js'

const list = document.querySelector('dialog#keys')
const switched = document.querySelector('#keys-on')

const rows = () => [...document.querySelectorAll('#claim-list .claims tbody tr')]
const rowInFocus = () => rows().findIndex((row) => row.contains(document.activeElement))

/** @param {number} by */
function step(by) {
  const all = rows()
  const at = rowInFocus()
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]
  const link = next?.querySelector('.what a')
  if (link instanceof HTMLElement) link.focus()
}

/** @param {boolean} isRange */
function tickRow(isRange) {
  if (rowInFocus() < 0) step(1)
  const box = rows()[rowInFocus()]?.querySelector('.box input')
  if (box instanceof HTMLInputElement) tick(box, { checked: isRange || !box.checked, isRange })
}

/** @type {Record<string, () => unknown>} */
const keys = {
  j: () => step(1),
  k: () => step(-1),
  x: () => tickRow(false),
  X: () => tickRow(true),
  b: () => /** @type {HTMLSelectElement | null} */ (document.querySelector('#bulk select'))?.focus(),
  '?': () => list instanceof HTMLDialogElement && list.showModal(),
}

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof Element &&
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], dialog[open]') !== null

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
  if (document.querySelector('dialog[open]') || !(switched instanceof HTMLInputElement) || !switched.checked) return
  const run = keys[event.key]
  if (!run) return
  event.preventDefault()
  run()
}

if (document.querySelector('#claim-list') && switched instanceof HTMLInputElement) {
  addEventListener('keydown', pressed)
  switched.checked = localStorage.getItem('letter-keys') !== 'off'
  switched.addEventListener('change', () => localStorage.setItem('letter-keys', switched.checked ? 'on' : 'off'))
  for (const opener of document.querySelectorAll('[data-open="keys"]'))
    opener.addEventListener('click', () => list instanceof HTMLDialogElement && list.showModal())
}
