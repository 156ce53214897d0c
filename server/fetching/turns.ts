/** Work that waits for its turn. `take` answers undefined, without working, when too many are waiting already. */
export type Turns = { take: <T>(work: () => Promise<T>) => Promise<T | undefined> }

/** Lets `atOnce` work at the same time, and `waiting` others wait. */
export function newTurns({ atOnce, waiting }: { atOnce: number; waiting: number }): Turns {
  const line: (() => void)[] = []
  let running = 0
  const take = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running >= atOnce) {
      if (line.length >= waiting) return undefined
      // Whoever ends hands its place to the first in line, so `running` does not change.
      await new Promise<void>((resolve) => line.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
  return { take }
}
