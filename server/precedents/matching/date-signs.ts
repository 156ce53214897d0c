import type { Pair } from './pair.ts'
import type { AroundSigns, DateSigns } from './signs.ts'

/** What the days between the check's claim and the asked one say; nothing where one of them is not known. */
export function dateSignsOf({ asked, check }: Pair, { sameSpeaker, claimCoveredAround }: AroundSigns): DateSigns {
  const age = asked.day === undefined || check.day === undefined ? undefined : asked.day - check.day
  if (age === undefined) return unknown
  const since = Math.max(0, age)
  const sameDay = Number(Math.abs(age) <= 1) * (0.5 + 0.5 * sameSpeaker)
  return {
    sameDay,
    sameDayCovered: sameDay * claimCoveredAround,
    later: Number(age < -2),
    age: Math.log(1 + since) / 8,
    recent: Math.exp(-since / 200),
    fresh: Math.exp(-since / 40),
    withinYear: Number(age >= -2 && age <= 400),
  }
}

// As of a claim of half a year before.
const unknown: DateSigns = {
  sameDay: 0,
  sameDayCovered: 0,
  later: 0,
  age: Math.log(180) / 8,
  recent: Math.exp(-180 / 200),
  fresh: 0,
  withinYear: 1,
}
