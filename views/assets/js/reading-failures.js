// @ts-check
// A page about an error must not be put where a piece of this one was asked for: what it says is told in passing.
import { tell } from './reading-say.js'

document.addEventListener('htmx:before:swap', (event) => {
  const { response, text } = /** @type {CustomEvent} */ (event).detail.ctx
  const isPage = response?.status >= 400 && /^\s*<!doctype/i.test(text)
  // Signing in again takes the whole window, and means to.
  if (!isPage || response.headers.get('HX-Retarget')) return
  event.preventDefault()
  const page = new DOMParser().parseFromString(text, 'text/html')
  tell(page.querySelector('main p')?.textContent ?? 'That did not work, and nothing was saved. Try again.')
})

document.addEventListener('htmx:error', (event) => {
  if (/** @type {CustomEvent} */ (event).detail.error instanceof TypeError)
    tell('The server does not answer, so nothing was saved. Check the connection and try again.')
})
