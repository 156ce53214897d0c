import { z } from 'zod'
import type { EventType } from './events.ts'

/** What an event's bytes hold, in the order of RFC 8785. */
export const Body = z.strictObject({
  v: z.literal(1),
  seq: z.int().positive(),
  prev: z.string(),
  at: z.iso.datetime(),
  actor: z.int().nullable(),
  type: z.string(),
  article: z.int().optional(),
  claim: z.int().optional(),
  source: z.int().optional(),
  person: z.int().optional(),
  round: z.int().optional(),
  data: z.record(z.string(), z.unknown()),
})

export type EventBody = Omit<z.output<typeof Body>, 'type'> & { type: EventType }
