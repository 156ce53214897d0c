/** What was told last of something ranked: the ids of the last page, and how many had been told with it. */
export type Told = { ids: readonly number[]; count: number }

/**
 * The ids that come after what was told, at most so many, and whether more come after them. Ranks move with everything that is
 * added, the order hardly: so the place is that of the last page, wherever it stands by now. One thing of it that was changed and
 * stands elsewhere does not take the place along; when nothing of it is found any more, the number of what was told has to do.
 */
export function afterTold(ranked: readonly { id: number }[], told: Told, most: number) {
  const last = new Set(told.ids)
  const places = ranked.flatMap(({ id }, place) => (last.has(id) ? [place] : []))
  const middle = places[Math.floor((places.length - 1) / 2)] ?? Math.max(0, told.count - last.size) - 1
  const rest = ranked.slice(middle + 1).filter(({ id }) => !last.has(id))
  return { ids: new Set(rest.slice(0, most).map(({ id }) => id)), more: rest.length > most }
}
