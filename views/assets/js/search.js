// @ts-check
// Through what a search found by keys: down and up, or j and k. Enter opens a link by itself.

document.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(target instanceof HTMLElement)) return
  const step = stepOf(event.key, target)
  if (step === 0) return
  const places = [...document.querySelectorAll('[data-walk] .hit')]
  if (places.length === 0) return
  event.preventDefault()
  const words = document.querySelector('#q')
  const next = places[places.findIndex((place) => place === target) + step]
  if (next instanceof HTMLElement) next.focus()
  else if (step < 0 && words instanceof HTMLElement) words.focus()
})

/**
 * How many places a key goes on: in a field letters are letters, and the arrows of a list or a date are its own.
 * @param {string} key
 * @param {HTMLElement} target
 */
function stepOf(key, target) {
  const isField = target.matches('input, select, textarea, [contenteditable]')
  if (isField && target.id !== 'q') return 0
  if (key === 'ArrowDown' || (key === 'j' && !isField)) return 1
  return (key === 'ArrowUp' || key === 'k') && !isField ? -1 : 0
}
