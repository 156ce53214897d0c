// @ts-check
// Loaded on every page. Everything here makes a working page handier; nothing depends on it.
// @ts-expect-error The server puts the package beside this folder.
import { install } from '../vendor/hotkey/index.js'
import './accounts.js'
import './mentions.js'
import './claim-boxes.js'
import './claim-keys.js'
import './copy-selection.js'
import './search.js'

for (const element of document.querySelectorAll('[data-hotkey]')) install(/** @type {HTMLElement} */ (element))

// The cursor stands where something is to be done: in the first field that needs another look.
const wrong = document.querySelector('form [aria-invalid="true"]')
if (wrong instanceof HTMLElement) wrong.focus()

// Whoever writes sends the form without leaving the keys.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLTextAreaElement))
    return
  event.target.form?.requestSubmit()
})

// A second click on a slow server would send a form twice.
document.addEventListener('submit', (event) => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement) || event.target.method !== 'post') return
  const form = event.target
  // A download leaves the page as it is, and may be wanted again.
  if ('download' in form.dataset) return
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = 'yes'
  addEventListener('pageshow', () => delete form.dataset.sent, { once: true })
})
