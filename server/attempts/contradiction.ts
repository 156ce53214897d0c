import { BadInput } from '../errors.ts'
import type { AttemptText } from './attempt.ts'

const day = 24 * 60 * 60 * 1_000

/** Throws BadInput for days in the wrong order or to come, and for an outcome that the rest contradicts. `now` is an instant. */
export function refuseContradiction(attempt: AttemptText, now: string): void {
  // East of here it is tomorrow already.
  const latest = new Date(Date.parse(now) + day).toISOString().slice(0, 10)
  const problems = { ...daysWrong(attempt, latest), ...outcomeWrong(attempt) }
  if (Object.keys(problems).length > 0) throw new BadInput(problems)
}

function daysWrong({ askedOn, deadlineOn, answeredOn }: AttemptText, latest: string): Record<string, string> {
  return {
    ...(askedOn > latest && { askedOn: 'This day is still to come. Note the attempt when it was made.' }),
    ...(deadlineOn !== null && deadlineOn < askedOn && { deadlineOn: 'The deadline lies before the day of asking.' }),
    ...(answeredOn !== null && answeredOn < askedOn && { answeredOn: 'The answer lies before the day of asking.' }),
    ...(answeredOn !== null && answeredOn > latest && { answeredOn: 'This day is still to come.' }),
  }
}

function outcomeWrong({ purpose, outcome, answer, answeredOn }: AttemptText): Record<string, string> {
  const isSilent = outcome === 'waiting' || outcome === 'no_answer'
  if (isSilent && (answer !== null || answeredOn !== null))
    return { outcome: 'You noted an answer: say what came of it, or take the answer out.' }
  if (outcome === 'answered' && answer === null)
    return { answer: 'Say what the answer was, in their words where you can.' }
  if (outcome === 'corrected' && purpose !== 'correction')
    return { outcome: 'Only a request to correct can end with a correction.' }
  return {}
}
