/** Chance that is the same in every run. */
export type Dice = {
  /** A whole number from 0 to below `end`. */
  below: (end: number) => number
  pick: <T>(list: readonly [T, ...T[]]) => T
  /** True so many times in a hundred. */
  inHundred: (times: number) => boolean
}

/** Dice that begin with that seed: mulberry32 (Tommy Ettinger, public domain). */
export function newDice(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    inHundred: (times) => next() * 100 < times,
  }
}
