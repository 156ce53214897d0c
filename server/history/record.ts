import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Tx } from '../../db/conn.ts'
import type { Events, EventType, Subject } from './events.ts'
import { kindOf } from './kinds.ts'
import { appendEvent, newestEvent } from './store.ts'

/** Sixty-four zeros: what the first event names as the one before it. */
export const beginning = '0'.repeat(64)

/** SHA-256 of bytes, or of the UTF-8 bytes of text. */
export const sha256 = (bytes: Uint8Array | string): Buffer => hash('sha256', bytes, 'buffer')

/**
 * Appends one event in the transaction of the change it tells of; `actor` is null for the program itself, and has a `token`
 * when a program acts in somebody’s name. The body is RFC 8785 and names the SHA-256 of the body before it.
 */
export async function record<T extends EventType>(
  tx: Tx,
  actor: { id: number; token?: number } | null,
  type: T,
  subject: Subject,
  data: Events[T],
): Promise<number> {
  const newest = await newestEvent(tx)
  const seq = (newest?.seq ?? 0) + 1
  const prev = newest?.hash.toString('hex') ?? beginning
  const through = actor?.token === undefined ? {} : { token: actor.token }
  const event = { v: 1, seq, prev, at: tx.now, actor: actor?.id ?? null, ...through, type, ...subject, data }
  const body = Buffer.from(canonical(event))
  await appendEvent(tx, {
    seq,
    body,
    hash: sha256(body),
    at: tx.now,
    type,
    kind: kindOf(type),
    actorId: event.actor,
    subject,
  })
  return seq
}

/** The RFC 8785 form of a value. Throws for what has none: undefined, infinite numbers, ill-formed text. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined || !text.isWellFormed()) throw new Error('This value has no canonical JSON form')
  return text
}

/** The fields of `after` that differ from `before`, as they were and as they are; undefined when nothing changed. */
export function changes<T extends object>(before: T, after: { [K in keyof T]?: T[K] }) {
  const keys = (Object.keys(after) as (keyof T)[]).filter(
    (key) => canonicalize(before[key]) !== canonicalize(after[key]),
  )
  if (keys.length === 0) return undefined
  const pick = (from: { [K in keyof T]?: T[K] }) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}
