import type { Keyring } from './keyring.ts'
import { type Note, isSignedBy } from './note.ts'

/** Whether a checkpoint that somebody kept fits this history, and a sentence about it. */
export type KnownResult = { size: number; holds: boolean; why: string }

type History = { keys: Keyring; root: Buffer | undefined; events: number }

/** Holds a kept checkpoint against the history; `root` is that of its first `note.size` events as they are now. */
export function judgeKnown(note: Note, { keys, root, events }: History): KnownResult {
  const { size, origin } = note
  const result = (holds: boolean, why: string) => ({ size, holds, why })
  const [first] = keys.made
  if (first && first.key.name !== origin)
    return result(false, `is of another history: ${origin}, not ${first.key.name}.`)
  if (!root)
    return result(
      false,
      `does not hold: only ${events} of its ${size} events are here as recorded. The rest was cut off or changed.`,
    )
  if (!root.equals(note.root))
    return result(
      false,
      `does not hold: the first ${size} events were others when it was signed. The history was rewritten.`,
    )
  if (!keys.made.some(({ key }) => isSignedBy(note, key)))
    return result(false, 'fits the events, but no key of this history has signed it.')
  return result(true, `holds: the first ${size} events are those it was signed over.`)
}
