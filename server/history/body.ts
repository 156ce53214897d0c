import type { EventType } from './events.ts'

/** What an event's bytes hold, in the order of RFC 8785. */
export type EventBody = {
  v: 1
  seq: number
  prev: string
  at: string
  actor: number | null
  /** The API token by which a program acted in the actor’s name. */
  token?: number
  type: EventType
  article?: number
  claim?: number
  source?: number
  person?: number
  round?: number
  data: Record<string, unknown>
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads an event's bytes; undefined for what is no event. Each field is then compared with its column, so it is not looked
 * at here: of a million events, a schema would take seconds.
 */
export function readBody(bytes: Buffer): EventBody | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes))
    return isBody(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isBody = (value: unknown): value is EventBody =>
  typeof value === 'object' &&
  value !== null &&
  'v' in value &&
  value.v === 1 &&
  'data' in value &&
  typeof value.data === 'object' &&
  value.data !== null
