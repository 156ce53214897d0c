// @ts-check
// The two places where something is said in passing: one to be heard, one to be seen.

const said = /** @type {HTMLElement} */ (document.getElementById('said'))
const toast = /** @type {HTMLElement} */ (document.getElementById('toast'))

/**
 * Tells screen readers.
 * @param {string} words
 */
export const say = (words) => void (said.textContent = words)

/**
 * Tells everyone, for as long as it takes to read.
 * @param {string} words
 */
export function tell(words) {
  const line = document.createElement('p')
  line.textContent = words
  toast.replaceChildren(line)
}

/** Takes the last message away: something else is begun. */
export const hush = () => toast.replaceChildren()

/** Presses the button that the last message offers. */
export const undo = () => toast.querySelector('button')?.click()

// A message goes when it has been there for ten seconds and nobody is on it.
let since = Date.now()
new MutationObserver(() => (since = Date.now())).observe(toast, { childList: true })
setInterval(() => {
  if (Date.now() - since > 10_000 && !toast.matches(':hover, :focus-within')) toast.replaceChildren()
}, 1_000)
