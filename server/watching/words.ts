import type { LookOutcome, SourceFlagReason } from '../../db/schema/index.ts'

export type { LookOutcome, SourceFlagReason } from '../../db/schema/index.ts'

/** What a look found, as a line of a list says it. */
export const outcomeWords: Record<LookOutcome, string> = {
  first: 'Looked at for the first time; a copy was kept to compare with',
  unchanged: 'Unchanged',
  changed_elsewhere: 'Changed, but not where it is cited',
  changed_passage: 'Changed where it is cited',
  moved: 'Moved to another address',
  gone: 'Gone',
  unreached: 'Not reached',
  unreadable: 'Its text could not be read',
  robots: 'Not looked at: the site asks programs to keep away',
}

/** Why a source is flagged, as a sentence. */
export const flagWords: Record<SourceFlagReason, string> = {
  changed: 'A passage that is cited from this page is no longer there as it was.',
  gone: 'The page is gone from its address.',
  moved: 'The page has moved to another address.',
}

/** What to do about each, as a sentence. */
export const flagAdvice: Record<SourceFlagReason, string> = {
  changed:
    'The new text was kept as a copy. Compare it with the one you cited; if what you say rests on words that were taken back, the verdict may have to change.',
  gone: 'The copies that were kept stay. Add the address of an archived copy, so that readers can follow it, and look for why it went.',
  moved: 'See whether the new address holds the same page; if so, give it to the source.',
}

/** How often an admin may have watched sources looked at, in hours. */
export const intervals = [6, 24, 72, 168] as const

/** Each interval, as the end of “every …”. */
export const intervalWords: Record<(typeof intervals)[number], string> = {
  6: '6 hours',
  24: 'day',
  72: '3 days',
  168: 'week',
}
