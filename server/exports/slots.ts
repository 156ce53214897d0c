/** Lets so many work at once: `take` gives a function that gives the place back, or undefined when none is free. */
export function newSlots(count: number): { take: () => (() => void) | undefined } {
  let free = count
  const take = () => {
    if (free === 0) return undefined
    free -= 1
    let taken = true
    return () => {
      if (taken) free += 1
      taken = false
    }
  }
  return { take }
}
