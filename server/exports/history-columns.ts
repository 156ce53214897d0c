import { type EventLine, plainLine } from '../history/history.ts'
import { kindOf } from '../history/kinds.ts'
import { type Column, schemaVersion } from './column.ts'

export const historyColumns: readonly Column<EventLine>[] = [
  ['event_number', (line) => line.seq],
  ['happened_at', (line) => line.at],
  ['event_kind', (line) => kindOf(line.type)],
  ['event_type', (line) => line.type],
  ['actor_id', (line) => line.actorId],
  ['actor', (line) => line.actor],
  ['by_token', (line) => line.byToken],
  ['article_id', ({ about }) => about.article ?? null],
  ['claim_id', ({ about }) => about.claim ?? null],
  ['source_id', ({ about }) => about.source ?? null],
  ['person_id', ({ about }) => about.person ?? null],
  ['text', (line) => plainLine(line)],
  ['changed', ({ changed }) => changed.map(({ field, before, after }) => `${field}: ${before} → ${after}`)],
  ['exported_at', (_, { at }) => at],
  ['schema_version', () => schemaVersion],
]
