import { type Clock, type Random, secret } from '../chance.ts'
import type { Content } from '../documents/content.ts'
import type { Fetched } from '../fetching/fetch.ts'

/** A page that was fetched for a form, and what was read in it. */
export type Copy = { fetched: Fetched; content: Content }

/** Holds what was fetched until its form is sent, so that it is fetched once. */
export type Held = {
  /** Returns a token by which the same person takes it again. */
  hold: (person: { id: number }, copy: Copy) => string
  find: (person: { id: number }, token: string) => Copy | undefined
}

const limits = { milliseconds: 3_600_000, bytes: 100_000_000 }

/** In memory alone: an hour at most, and the oldest first when there is too much. A restart forgets them. */
export function newHeld({ clock, random }: { clock: Clock; random: Random }): Held {
  const held = new Map<string, Copy & { personId: number; until: number }>()
  const now = () => clock.now().getTime()
  const tidy = () => {
    let bytes = 0
    for (const [token, { fetched, content, until }] of [...held].reverse()) {
      bytes += fetched.bytes.length + 2 * content.text.length
      if (until < now() || bytes > limits.bytes) held.delete(token)
    }
  }
  return {
    hold: (person, copy) => {
      const token = secret(random)
      held.set(token, { ...copy, personId: person.id, until: now() + limits.milliseconds })
      tidy()
      return token
    },
    find: (person, token) => {
      tidy()
      const found = held.get(token)
      return found?.personId === person.id ? found : undefined
    },
  }
}
