/** What a pair of verdicts is told by. */
type Given = {
  id: number
  roundId: number | null
  author: { id: number }
  rating: { id: number }
  decision: object | null
}

type Round = { id: number; first: { id: number }; second: { id: number }; adjudication: object | null }

/** The two verdicts of a closed round, and what is to be done about them. */
export type Pair<T> = { first: T; second: T; same: boolean; settled: boolean }

/** The newest verdict of each checker in the round; `verdicts` newest first. Undefined when one of them gave none. */
export function pairOf<T extends Given>(round: Round, verdicts: readonly T[]): Pair<T> | undefined {
  const inRound = verdicts.filter((verdict) => verdict.roundId === round.id)
  const by = ({ id }: { id: number }) => inRound.find((verdict) => verdict.author.id === id)
  const [first, second] = [by(round.first), by(round.second)]
  if (!first || !second) return undefined
  const settled = round.adjudication !== null || first.decision !== null || second.decision !== null
  return { first, second, same: first.rating.id === second.rating.id, settled }
}

/** Evidence by who used it, in the order of the items. */
export type Used<T> = { both: T[]; first: T[]; second: T[]; neither: T[] }

/** Which of the items each of two verdicts rests on. */
export function usedBy<T extends { id: number }>(
  items: readonly T[],
  { first, second }: { first: { evidence: number[] }; second: { evidence: number[] } },
): Used<T> {
  const used: Used<T> = { both: [], first: [], second: [], neither: [] }
  for (const item of items) used[whose(first.evidence.includes(item.id), second.evidence.includes(item.id))].push(item)
  return used
}

const whose = (first: boolean, second: boolean) =>
  first && second ? 'both' : first ? 'first' : second ? 'second' : 'neither'
