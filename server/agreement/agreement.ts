import type { Conn } from '../../db/conn.ts'
import { listScales } from '../scales/scale.ts'
import type { AgreementFilter } from './filter.ts'
import {
  type Pair,
  cohensKappa,
  krippendorffsAlpha,
  nominal,
  ordinal,
  shareAlike,
  shareAlikeOn,
  wilsonRange,
} from './formulas.ts'
import { independentVerdicts } from './store.ts'

type Verdict = Awaited<ReturnType<typeof independentVerdicts>>[number]
export type ScaleRating = Verdict['rating']
/** A claim that two people judged without seeing each other's verdict. */
type Twice = { at: string; first: Verdict; second: Verdict }

/** How often two independent verdicts said the same; what cannot be said is undefined. */
type Figures = {
  rounds: number
  alike: number
  share: number | undefined
  range: { from: number; to: number } | undefined
  alpha: number | undefined
}

export type Agreement = Figures & {
  scale: { key: string; name: string }
  scales: { key: string; name: string }[]
  /** Alpha of ranked values, over the rounds in which both ratings lie on the truth axis. */
  ranked: { rounds: number; leftOut: number; alpha: number | undefined }
  ratings: { rating: ScaleRating; said: number; share: number | undefined }[]
  /** How often one said the one and the other the other, by the two ids, the lower first: `3 5`. */
  confusion: Map<string, number>
  quarters: (Figures & { quarter: string })[]
  pairs: (Figures & { names: [string, string]; kappa: number | undefined })[]
  /** Rounds in which the two verdicts are by different scales. */
  mixed: number
}

// Whichever of the two comes first.
const confused = (one: number, other: number): string => `${Math.min(one, other)} ${Math.max(one, other)}`

/** How far independent verdicts by one scale agree: the one asked for, or the newsroom's. */
export async function readAgreement(conn: Conn, { scale: asked, from, to }: AgreementFilter): Promise<Agreement> {
  const scales = (await listScales(conn)).map(({ key, name }) => ({ key, name }))
  const scale = scales.find(({ key }) => key === asked) ?? scales[0] ?? { key: '', name: '' }
  const all = inTwos(await independentVerdicts(conn, { from, to }))
  const rounds = all.filter(({ first, second }) => both(first, second, scale.key))
  const mixed = all.filter(({ first, second }) => first.rating.scale !== second.rating.scale).length
  const ratings = ratingsIn(rounds)
  const pairs = rounds.map(idsOf)
  return {
    ...figuresOf(rounds),
    scale,
    scales,
    ranked: rankedOf(rounds),
    ratings: ratings.map((rating) => ({
      rating,
      said: pairs.flat().filter((id) => id === rating.id).length,
      share: shareAlikeOn(pairs, rating.id),
    })),
    confusion: confusionOf(pairs),
    quarters: grouped(rounds, ({ at }) => quarterOf(at)).map(([quarter, some]) => ({ quarter, ...figuresOf(some) })),
    pairs: grouped(rounds, (round) =>
      peopleOf(round)
        .map(({ authorId }) => authorId)
        .join(' '),
    )
      .map(([, some]) => pairFigures(some))
      .toSorted((a, b) => b.rounds - a.rounds),
    mixed,
  }
}

const both = (first: Verdict, second: Verdict, scale: string) =>
  first.rating.scale === scale && second.rating.scale === scale

// The first two verdicts of a round, one by each: what was given after they were opened is not independent.
function inTwos(verdicts: Verdict[]): Twice[] {
  return [...Map.groupBy(verdicts, ({ round }) => round).values()].flatMap((some) => {
    const [first] = some
    const second = some.find(({ authorId }) => authorId !== first?.authorId)
    return first && second ? [{ at: first.closedAt ?? '', first, second }] : []
  })
}

const idsOf = ({ first, second }: Twice): Pair<number> => [first.rating.id, second.rating.id]

function figuresOf(rounds: Twice[]): Figures {
  const pairs = rounds.map(idsOf)
  const share = shareAlike(pairs)
  return {
    rounds: rounds.length,
    alike: pairs.filter(([one, other]) => one === other).length,
    share,
    range: share === undefined ? undefined : wilsonRange(share, pairs.length),
    alpha: krippendorffsAlpha(pairs, [...new Set(pairs.flat())], nominal),
  }
}

function rankedOf(rounds: Twice[]): Agreement['ranked'] {
  const values = rounds.map(({ first, second }) => [first.rating.value, second.rating.value])
  const ranked = values.map((pair) => pair.filter((value) => value !== null)).filter((pair) => pair.length === 2)
  const order = [...new Set(ranked.flat())].toSorted((a, b) => a - b)
  return {
    rounds: ranked.length,
    leftOut: rounds.length - ranked.length,
    alpha: krippendorffsAlpha(ranked, order, ordinal),
  }
}

function ratingsIn(rounds: Twice[]): ScaleRating[] {
  const found = new Map(rounds.flatMap(({ first, second }) => [first, second]).map(({ rating }) => [rating.id, rating]))
  return [...found.values()].toSorted((a, b) => a.position - b.position || a.id - b.id)
}

function confusionOf(pairs: Pair<number>[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [one, other] of pairs) found.set(confused(one, other), (found.get(confused(one, other)) ?? 0) + 1)
  return found
}

function grouped(rounds: Twice[], by: (round: Twice) => string): [string, Twice[]][] {
  return [...Map.groupBy(rounds, by)].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const quarterOf = (at: string) => `${at.slice(0, 4)}, quarter ${Math.ceil(Number(at.slice(5, 7)) / 3)}`

// Kappa asks how often each of the two says what: so the same person has to come first in all of them.
const peopleOf = ({ first, second }: Twice): [Verdict, Verdict] =>
  first.authorId < second.authorId ? [first, second] : [second, first]

function pairFigures(rounds: Twice[]): Agreement['pairs'][number] {
  const people = rounds.map(peopleOf)
  const [first] = people
  const kappa = cohensKappa(people.map(([one, other]) => [one.rating.id, other.rating.id] as const))
  return { ...figuresOf(rounds), names: [first?.[0].author ?? '', first?.[1].author ?? ''], kappa }
}
