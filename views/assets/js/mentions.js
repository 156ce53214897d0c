// @ts-check
// Offers colleagues' names in a <textarea data-mentions="/names.json"> once an @ is typed. A name typed in full does the same.

/** @type {Map<string, Promise<string[]>>} */
const asked = new Map()

/** @type {{ area: HTMLTextAreaElement, list: HTMLUListElement, at: number } | undefined} */
let open

document.addEventListener('input', (event) => {
  if (event.target instanceof HTMLTextAreaElement && event.target.dataset.mentions) void offer(event.target)
})
document.addEventListener('focusout', () => close())
// Before the page's own keys, which mean something else.
document.addEventListener('keydown', (event) => open && event.target === open.area && onKey(event), true)

/** @param {HTMLTextAreaElement} area */
async function offer(area) {
  const typed = typedName(area)
  const found = typed ? matching(await namesFrom(area.dataset.mentions ?? ''), typed.name) : []
  close()
  // Typing goes on while the names are fetched.
  if (!typed || found.length === 0 || typedName(area)?.name !== typed.name || document.activeElement !== area) return
  show(area, found, typed.at)
}

/** What stands between an @ and the cursor. @param {HTMLTextAreaElement} area */
function typedName({ value, selectionStart }) {
  const [, before, name] = /(^|[^\p{L}\p{N}\p{M}/])@([^@\n]{0,60})$/u.exec(value.slice(0, selectionStart)) ?? []
  return before === undefined || name === undefined ? undefined : { name, at: selectionStart - name.length }
}

/** @param {string} from */
function namesFrom(from) {
  const names = asked.get(from) ?? fetchNames(from)
  asked.set(from, names)
  return names
}

/** @param {string} from @returns {Promise<string[]>} */
async function fetchNames(from) {
  try {
    const answer = await fetch(from, { headers: { accept: 'application/json' } })
    if (answer.ok) return (await answer.json()).names
  } catch {
    // The names are only a help.
  }
  asked.delete(from)
  return []
}

/** Names that begin so, then names with a later word that does. @param {string[]} names @param {string} typed */
function matching(names, typed) {
  const key = keyOf(typed)
  const whole = names.filter((name) => keyOf(name).startsWith(key))
  const inside = names.filter((name) => !whole.includes(name) && key !== '' && keyOf(name).includes(` ${key}`))
  return [...whole, ...inside].slice(0, 8)
}

/** Without case, accents and marks of direction. @param {string} text */
const keyOf = (text) =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')

/** @param {HTMLTextAreaElement} area @param {string[]} names @param {number} at */
function show(area, names, at) {
  const list = document.createElement('ul')
  list.id = `${area.id}-names`
  list.className = 'mention-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Colleagues')
  list.append(...names.map((name, index) => option(name, `${list.id}-${index}`)))
  // The cursor stays in the text.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) choose(event.target.closest('li')?.textContent ?? '')
  })
  area.after(list)
  area.setAttribute('aria-autocomplete', 'list')
  area.setAttribute('aria-controls', list.id)
  open = { area, list, at }
  select(0)
}

/** @param {string} name @param {string} id */
function option(name, id) {
  const item = document.createElement('li')
  item.id = id
  item.dir = 'auto'
  item.textContent = name
  item.setAttribute('role', 'option')
  return item
}

/** @param {number} index */
function select(index) {
  const items = [...(open?.list.children ?? [])]
  for (const [each, item] of items.entries()) item.setAttribute('aria-selected', String(each === index))
  open?.area.setAttribute('aria-activedescendant', items[index]?.id ?? '')
  items[index]?.scrollIntoView({ block: 'nearest' })
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (!open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const items = [...open.list.children]
  const now = items.findIndex((item) => item.getAttribute('aria-selected') === 'true')
  if (event.key === 'ArrowDown') select((now + 1) % items.length)
  else if (event.key === 'ArrowUp') select((now + items.length - 1) % items.length)
  else if (event.key === 'Enter' || event.key === 'Tab') choose(items[now]?.textContent ?? '')
  else if (event.key === 'Escape') close()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** @param {string} name */
function choose(name) {
  if (!open || name === '') return
  const { area, at } = open
  area.setRangeText(`${name} `, at, area.selectionStart, 'end')
  close()
}

function close() {
  if (!open) return
  open.list.remove()
  for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) open.area.removeAttribute(name)
  open = undefined
}
