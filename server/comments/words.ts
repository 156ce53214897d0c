/** What a thread can be about: a claim as a whole, one piece of its evidence, or one verdict on it. */
export type On = 'claim' | 'evidence' | 'verdict'

/** The longest comment, in UTF-16 code units. */
export const longestComment = 10_000

/** What somebody is told who has commented; nobody may wait for an answer of people who never heard of it. */
export const toldOf = ({ untold }: { untold: readonly string[] }): string =>
  `Your comment is there. ${untoldOf(untold)}`.trim()

/** That those people were mentioned in vain; '' when there are none. */
export const untoldOf = (untold: readonly string[]): string =>
  untold.length === 0 ? '' : `${untold.join(' and ')} may not see this discussion, and heard nothing.`
