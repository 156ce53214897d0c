// @ts-check
// Sentences: going from one to the next, and the bar that floats beside the one chosen or the words selected.
import { placeOf, rangeOf, selectedRange, text, wordsIn } from './reading-place.js'
import { say, tell } from './reading-say.js'
import { currentFound } from './reading-found.js'
import { currentClaim, load } from './reading-side.js'

const article = document.querySelector('.reading')?.getAttribute('data-article')
const bar = document.getElementById('pick')
const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('set-aside'))

/** @param {string} [wanted] */
const sentences = (wanted = '.s') => /** @type {HTMLElement[]} */ ([...text.querySelectorAll(wanted)])

/** The sentence chosen, or the one that holds the focus, or the first on the screen. */
export function currentSentence() {
  const held = document.activeElement?.closest('.s')
  if (held instanceof HTMLElement) return held
  return sentences('.s.at')[0] ?? sentences().find((sentence) => sentence.getBoundingClientRect().bottom > 0)
}

/** @param {HTMLElement | undefined} sentence */
export function choose(sentence) {
  if (!sentence) return
  unchoose()
  sentence.classList.add('at')
  stripOf(sentence)?.classList.add('at')
  const handle = /** @type {HTMLElement | null} */ (sentence.querySelector('.handle'))
  for (const other of text.querySelectorAll('.handle[tabindex="0"]')) other.setAttribute('tabindex', '-1')
  handle?.setAttribute('tabindex', '0')
  handle?.focus({ preventScroll: true })
  sentence.scrollIntoView({ block: 'nearest' })
  say(wordsIn(sentence))
  showBar(rangeOf(sentence))
}

/** @param {HTMLElement} sentence */
const stripOf = (sentence) => text.querySelector(`path[data-sentence="${sentence.id.slice(2)}"]`)

export function unchoose() {
  for (const at of text.querySelectorAll('.at')) at.classList.remove('at')
  if (bar) bar.hidden = true
}

// What somebody opened or made last is where they are; the claim that a page opens with by itself is not.
const besideText = () =>
  (currentFound() ?? (new URLSearchParams(location.search).has('claim') ? currentClaim() : null))?.closest('.s')

/** @param {{ by: number, wanted?: string, from?: Element | null }} step */
export function stepSentence({ by, wanted, from }) {
  const all = sentences()
  const chosen = from ?? sentences('.s.at')[0] ?? document.activeElement?.closest('.s') ?? besideText()
  const at = chosen instanceof HTMLElement ? all.indexOf(chosen) : by > 0 ? -1 : all.length
  const rest = by > 0 ? all.slice(at + 1) : all.slice(0, at).reverse()
  const next = rest.find((sentence) => !wanted || sentence.matches(wanted))
  if (next) choose(next)
  else tell(wanted ? 'No sentence is left to look at in this direction.' : 'There is no sentence further on.')
}

/** Opens the form for a claim of the selected words, or else of the sentence; while a claim is looked for, it is placed there unless `anew`. */
export function makeClaim({ anew = false } = {}) {
  const sentence = currentSentence()
  const range = selectedRange() ?? (sentence && rangeOf(sentence))
  const place = range && placeOf(range)
  if (!bar || !place) return
  const placing = /** @type {HTMLAnchorElement | null} */ (bar.querySelector('[data-pick="place"]'))
  if (placing && !anew) return location.assign(placingAddress(placing, place))
  keepVisible(range)
  bar.hidden = true
  load(`/claims/new?article=${article}&start=${place.start}&end=${place.end}`)
}

/**
 * @param {HTMLElement} link
 * @param {{ start: number, end: number }} place
 */
const placingAddress = (link, { start, end }) => `${link.dataset.address}&start=${start}&end=${end}`

// The selection goes when the form takes the focus; which words are meant stays to be seen.
/** @param {Range} range */
function keepVisible(range) {
  if ('highlights' in CSS) CSS.highlights.set('picked', new Highlight(range.cloneRange()))
}

/** @type {string | undefined} The sentence that a key set aside: the next one follows. */
let leaving

/** Asks why there is nothing to check in the sentence. */
export function askWhy({ byKey = false } = {}) {
  const range = selectedRange()
  const sentence = range ? range.startContainer.parentElement?.closest('.s') : currentSentence()
  if (!dialog || !(sentence instanceof HTMLElement)) return
  if (sentence.classList.contains('claim')) return tell('This sentence holds a claim, so it cannot be set aside.')
  leaving = byKey ? sentence.id : undefined
  choose(sentence)
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form.reasons'))
  const address = `/sentences/${sentence.id.slice(2)}/triage`
  form.action = address
  form.setAttribute('hx-post', address)
  const quote = /** @type {HTMLElement} */ (dialog.querySelector('[data-quote]'))
  quote.textContent = wordsIn(sentence)
  quote.lang = text.lang
  dialog.showModal()
}

/** @param {Range} range */
function showBar(range) {
  if (!bar) return
  const sentence = range.startContainer.parentElement?.closest('.s') ?? range.startContainer
  const link = /** @type {HTMLAnchorElement} */ (bar.querySelector('[data-pick="claim"]'))
  const placing = /** @type {HTMLAnchorElement | null} */ (bar.querySelector('[data-pick="place"]'))
  const place = placeOf(range)
  if (place && placing) placing.href = placingAddress(placing, place)
  if (place) link.href = `/claims/new?article=${article}&start=${place.start}&end=${place.end}`
  const aside = /** @type {HTMLElement} */ (bar.querySelector('button'))
  aside.hidden = sentence instanceof Element && !sentence.matches('.untouched')
  bar.hidden = false
  const box = range.getBoundingClientRect()
  const isFinger = matchMedia('(pointer: coarse)').matches
  const above = !isFinger && box.top > bar.offsetHeight + 60
  const top = above ? box.top - bar.offsetHeight - 8 : Math.min(box.bottom + 10, innerHeight - bar.offsetHeight - 10)
  const left = Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 8))
  bar.style.top = `${top + scrollY}px`
  bar.style.left = `${left + scrollX}px`
}

document.addEventListener('selectionchange', () => {
  const range = selectedRange()
  if (range) showBar(range)
  else if (bar && !text.querySelector('.at')) bar.hidden = true
})
bar?.addEventListener('pointerdown', (event) => event.preventDefault())
bar?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
  const chosen = event.target.closest('[data-pick]')?.getAttribute('data-pick')
  if (!chosen || chosen === 'place') return
  event.preventDefault()
  if (chosen === 'claim') makeClaim({ anew: true })
  else askWhy()
})
dialog?.addEventListener('submit', () => {
  dialog.close()
  unchoose()
})
dialog?.addEventListener('htmx:after:swap', () => {
  const from = leaving && document.getElementById(leaving)
  if (from && text.querySelector('.s.untouched')) stepSentence({ by: 1, wanted: '.untouched', from })
})
