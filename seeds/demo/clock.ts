import type { Clock } from '../../server/chance.ts'

/** A clock that a story is told by. */
export type StoryClock = Clock & {
  /** To that time of that day of the story, counted from 0. */
  goTo: (day: number, time: string) => void
  /** A few minutes on. */
  pass: () => void
  /** The calendar date so many days from the beginning. */
  dateOf: (day: number) => string
}

const minute = 60_000
const day = 24 * 60 * minute

/** Begins on the Monday of the week before `now`, so that the story of one week lies behind whoever looks at it. */
export function storyClock(now: Date): StoryClock {
  const today = Math.floor(now.getTime() / day) * day
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7
  const monday = today - (sinceMonday + 7) * day
  let at = monday
  let steps = 0
  return {
    now: () => new Date(at),
    goTo: (days, time) => void (at = Math.max(at, monday + days * day + Date.parse(`1970-01-01T${time}Z`))),
    pass: () => void (at += (1 + ((steps++ * 3) % 5)) * minute + ((steps * 17) % 60) * 1_000),
    dateOf: (days) => new Date(monday + days * day).toISOString().slice(0, 10),
  }
}
