export type { Proposed } from '../../db/schema/index.ts'

/** How sure the program is of who said something, before the name. */
export const saidBy = (confidence: number): string =>
  confidence >= 0.85 ? 'Said by' : confidence >= 0.6 ? 'Probably said by' : 'Perhaps said by'

/** Where a candidate stands, as addresses name it: two offsets in UTF-16 code units. */
export const placeKey = ({ start, end }: { start: number; end: number }): string => `${start}-${end}`

/** The offsets of such a name; undefined for what is none. */
export function readPlace(key: string): { start: number; end: number } | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(key) ?? []
  return start === undefined || end === undefined ? undefined : { start: Number(start), end: Number(end) }
}
