import { type EventLine, plainLine } from './history.ts'

/** A line as programs read it: names in snake_case, as in the CSV. */
export const lineJson = (line: EventLine) => ({
  seq: line.seq,
  at: line.at,
  type: line.type,
  actor: line.actor,
  actor_id: line.actorId,
  by_token: line.byToken,
  text: plainLine(line),
  changed: line.changed,
})
