import fc from 'fast-check'
import type { Db } from '../../db/open.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { assignClaim } from '../../server/claims/assignment.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { handOver } from '../../server/claims/hand-over.ts'
import { changeState } from '../../server/claims/progress.ts'
import { publishClaim } from '../../server/claims/publication.ts'
import { claimStates } from '../../server/claims/words.ts'
import { answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { callOff, judgeIndependently, openRound } from '../../server/rounds/open.ts'
import { adjudicate, agreeOn } from '../../server/rounds/settle.ts'
import { reviewVerdict } from '../../server/verdicts/review.ts'
import { giveVerdict, newestNumber } from '../../server/verdicts/verdict.ts'
import { rated } from '../verdicts/harbour.ts'
import { type Expected, type Name, names } from './walk-model.ts'

/** A newsroom and its one claim; `newest` reads ids that a walk needs to name what it acts on. */
export type Real = {
  db: Db
  people: Record<Name, Person>
  claim: number
  newest: (table: 'verdicts' | 'rounds' | 'proposals') => number
  verdictOf: (round: number, who: Name) => number
}

/** One thing that somebody tries: `expected` says whether it may be done, `attempt` tries it in the program. */
export type Step = {
  words: string
  expected: (model: Expected) => boolean
  attempt: (real: Real, model: Expected) => Promise<unknown>
}

const who = fc.constantFrom(...names)
const editor = fc.constantFrom('ada' as const, 'edith' as const)
const checker = fc.constantFrom('cleo' as const, 'ben' as const)
const rating = fc.constantFrom(rated.true, rated.false)
const outcome = fc.constantFrom('approved' as const, 'returned' as const)
// Each walk says something new each time, so that no correction is refused for changing nothing.
let said = 0
const rationale = () => `Reason ${(said += 1)}.`

const giving = fc.tuple(who, fc.option(who)).map(([by, to]): Step => ({
  words: `${by} gives the claim to ${to ?? 'nobody'}`,
  expected: (model) => model.give(by, to),
  attempt: ({ db, people, claim }) => assignClaim(db, people[by], claim, to && people[to].id),
}))

const taking = who.map((by): Step => ({
  words: `${by} takes the claim`,
  expected: (model) => model.give(by, by),
  attempt: ({ db, people, claim }) => assignClaim(db, people[by], claim, people[by].id),
}))

const handing = fc.tuple(who, who, who).map(([by, from, to]): Step => ({
  words: `${by} hands the work of ${from} over to ${to}`,
  expected: (model) => model.handOver(by, from, to),
  attempt: ({ db, people }) => handOver(db, people[by], { from: people[from].id, to: people[to].id, claims: 1 }),
}))

const moving = fc.tuple(who, fc.constantFrom(...claimStates)).map(([by, state]): Step => ({
  words: `${by} moves the claim to ${state}`,
  expected: (model) => model.move(by, state),
  attempt: async ({ db, people, claim }) => {
    const { version } = await readClaim(db.reader, claim)
    return changeState(db, people[by], claim, { state, reason: 'An opinion', version })
  },
}))

const returning = who.map((by): Step => ({
  words: `${by} takes the claim up again`,
  expected: (model) => model.move(by, model.before ?? 'set_aside'),
  attempt: async ({ db, people, claim }) => {
    const { version, stateBefore } = await readClaim(db.reader, claim)
    return changeState(db, people[by], claim, { state: stateBefore ?? 'set_aside', reason: 'An opinion', version })
  },
}))

const judgingBy = (whom: fc.Arbitrary<Name>) =>
  fc.tuple(whom, rating).map(([by, ratingId]): Step => ({
    words: `${by} gives verdict ${ratingId}`,
    expected: (model) => model.judge(by, ratingId),
    attempt: async ({ db, people, claim }) => {
      const { version } = await readClaim(db.reader, claim)
      const after = await newestNumber(db.reader, people[by], claim)
      const finding = { ratingId, rationale: rationale(), explanation: null, evidence: [], override: 'No log is kept.' }
      return giveVerdict(db, people[by], claim, { ...finding, version, after })
    },
  }))

const reviewingBy = (whom: fc.Arbitrary<Name>) =>
  fc.tuple(whom, outcome).map(([by, answer]): Step => ({
    words: `${by} reviews: ${answer}`,
    expected: (model) => model.review(by, answer),
    attempt: ({ db, people, newest }) =>
      reviewVerdict(db, people[by], newest('verdicts'), { outcome: answer, reason: 'Which ships?' }),
  }))

const publishingBy = (whom: fc.Arbitrary<Name>) =>
  whom.map((by): Step => ({
    words: `${by} publishes`,
    expected: (model) => model.publish(by),
    attempt: async ({ db, people, claim }) => {
      const { decisionId } = await readClaim(db.reader, claim)
      return publishClaim(db, people[by], claim, { decision: decisionId ?? 0 })
    },
  }))

const kinds = fc.constantFrom('correction' as const, 'withdrawal' as const)
const proposing = fc.tuple(who, kinds, rating).map(([by, kind, ratingId]): Step => ({
  words: `${by} asks for a ${kind}`,
  expected: (model) => model.propose(by, kind, ratingId),
  attempt: async ({ db, people, claim }) => {
    const { decisionId } = await readClaim(db.reader, claim)
    const asked = { kind, note: 'It was wrong.', ratingId, rationale: rationale(), explanation: null }
    return proposeCorrection(db, people[by], claim, { ...asked, decision: decisionId ?? 0 })
  },
}))

const answering = fc.tuple(who, outcome).map(([by, answer]): Step => ({
  words: `${by} answers the proposal: ${answer}`,
  expected: (model) => model.answer(by, answer),
  attempt: ({ db, people, newest }) =>
    answerProposal(db, people[by], newest('proposals'), { outcome: answer, reason: 'Not so.' }),
}))

const byTwoBy = (whom: fc.Arbitrary<Name>, is: fc.Arbitrary<boolean>) =>
  fc.tuple(whom, is).map(([by, independent]): Step => ({
    words: `${by} has ${independent ? 'two' : 'one'} judge the claim`,
    expected: (model) => model.judgeByTwo(by, independent),
    attempt: ({ db, people, claim }) => judgeIndependently(db, people[by], claim, independent),
  }))

const namingBy = (whom: fc.Arbitrary<Name>, two: fc.Arbitrary<Name>) =>
  fc.tuple(whom, two, two).map(([by, one, other]): Step => ({
    words: `${by} names ${one} and ${other}`,
    expected: (model) => model.openRound(by, one, other),
    attempt: ({ db, people, claim }) =>
      openRound(db, people[by], claim, { firstId: people[one].id, secondId: people[other].id }),
  }))

const callingOff = who.map((by): Step => ({
  words: `${by} calls the two off`,
  expected: (model) => model.callOff(by),
  attempt: ({ db, people, claim, newest }) =>
    callOff(db, people[by], { claimId: claim, roundId: newest('rounds') }, 'No time'),
}))

const settling = who.map((by): Step => ({
  words: `${by} settles`,
  expected: (model) => model.settle(by),
  attempt: ({ db, people, claim, newest, verdictOf }, { isSame, round }) => {
    const [first, second] = round?.two ?? (['cleo', 'ben'] as const)
    const at = { claimId: claim, roundId: newest('rounds') }
    const upheld = { verdictId: verdictOf(at.roundId, isSame && by === first ? second : first) }
    if (isSame) return agreeOn(db, people[by], at, upheld.verdictId)
    return adjudicate(db, people[by], at, { upheld, difference: 'boundary', note: 'It lies between.' })
  },
}))

/** Anything that anybody may try. */
const steps = [giving, taking, handing, moving, returning, judgingBy(who), reviewingBy(who), publishingBy(who)]
const more = [proposing, answering, byTwoBy(who, fc.boolean()), namingBy(who, who), callingOff, settling]
const anything = fc.oneof(...steps, ...more).map((step) => [step])

// What chance alone would hardly ever string together; each step is tried in whatever state the walk is by then.
const stories = fc.oneof(
  fc.tuple(judgingBy(checker), reviewingBy(editor)),
  fc.tuple(judgingBy(checker), reviewingBy(editor), publishingBy(editor), proposing, answering),
  fc.tuple(
    byTwoBy(editor, fc.constant(true)),
    namingBy(editor, checker),
    judgingBy(checker),
    judgingBy(checker),
    settling,
  ),
)

/** A walk of some length; its steps are mostly by somebody who may, and often by somebody who may not. */
export const walks: fc.Arbitrary<Step[]> = fc
  .array(fc.oneof({ arbitrary: anything, weight: 3 }, { arbitrary: stories, weight: 1 }), {
    minLength: 20,
    maxLength: 30,
  })
  .map((some) => some.flat())
