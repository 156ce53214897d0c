import type { AttemptOutcome } from './words.ts'

type Looked = {
  outcome: AttemptOutcome
  deadlineOn: string | null
  withdrawnAt: string | null
  erasedAt: string | null
}

/** Whether an answer is still waited for: not where the entry was withdrawn, or its text erased. */
export const isOpen = ({ outcome, withdrawnAt, erasedAt }: Looked): boolean =>
  outcome === 'waiting' && withdrawnAt === null && erasedAt === null

const day = 24 * 60 * 60 * 1_000

/** How many days ago the deadline of an open attempt passed: 0 while it has not, or there is none. `today` is a date in UTC. */
export function daysOver(attempt: Looked, today: string): number {
  if (!isOpen(attempt) || attempt.deadlineOn === null) return 0
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(attempt.deadlineOn)) / day))
}

/** Open ones first, the longest overdue and then the soonest due on top; then the others, newest first. */
export function inOrder<T extends Looked & { id: number }>(attempts: readonly T[]): T[] {
  const open = attempts.filter(isOpen)
  const due = ({ deadlineOn }: Looked) => deadlineOn ?? '9999-12-31'
  const newest = (a: T, b: T) => b.id - a.id
  return [
    ...open.toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : newest(a, b))),
    ...attempts.filter((attempt) => !isOpen(attempt)).toSorted(newest),
  ]
}
