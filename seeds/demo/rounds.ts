import { write } from '../../db/write.ts'
import { openRound } from '../../server/rounds/open.ts'
import { adjudicate, agreeOn } from '../../server/rounds/settle.ts'
import type { Difference } from '../../server/rounds/words.ts'
import { addVerdict } from '../../server/verdicts/verdict.ts'
import { gather } from './check.ts'
import { meals } from './meals.ts'
import { type Stage, personOf } from './newsroom.ts'
import type { Who } from './people.ts'
import { type Told, takeIn } from './take-in.ts'

type Given = {
  by: Who
  rating: string
  rationale: string
  explanation?: string
  /** The first, second … piece of evidence that it rests on; all without it. */
  on?: number[]
}

type Two = {
  /** Words of the quote of its claim. */
  claim: string
  checkers: [Who, Who]
  given: Given[]
  /** Who confirms the first verdict. */
  agreed?: Who
  /** Who decides that the second one stands, and why they differed. */
  adjudicated?: { by: Who; difference: Difference; note: string }
}

const pairs: Two[] = [
  {
    claim: 'three in four children',
    checkers: ['junia', 'perrin'],
    given: [
      {
        by: 'junia',
        rating: 'mostly-true',
        rationale: 'On an average day 73 of 100 pupils eat at school: a little less than three in four.',
      },
      {
        by: 'perrin',
        rating: 'mostly-true',
        rationale: '3,061 of 4,212 pupils is 72.7 per cent, so nearly three in four.',
      },
    ],
    agreed: 'ansel',
  },
  {
    claim: 'any other town on the coast',
    checkers: ['bastian', 'junia'],
    given: [
      { by: 'bastian', rating: 'false', rationale: 'In Lowmere a meal costs parents 1.80 crowns.', on: [0] },
      {
        by: 'junia',
        rating: 'mostly-true',
        rationale: 'Most parents pay less than elsewhere; Lowmere is cheaper only for families that draw support.',
        explanation: 'The table gives one figure a town. For Lowmere it is the *reduced* price; all others pay 2.60.',
      },
    ],
    adjudicated: {
      by: 'marguerite',
      difference: 'evidence',
      note: 'The table alone says that Lowmere is cheaper. The rules of Lowmere show that this price is not for everybody.',
    },
  },
  {
    claim: 'within thirty kilometres',
    checkers: ['junia', 'bastian'],
    given: [
      {
        by: 'junia',
        rating: 'unproven',
        rationale:
          'Half of the deliveries in one month came from the valley. How much each brought, nobody has written down.',
      },
    ],
  },
]

/** On Friday an article is judged by two each: one pair agrees, one is decided between, and one is not complete yet. */
export async function judgeByTwo(stage: Stage): Promise<void> {
  stage.clock.goTo(4, '13:50')
  for (const claim of await takeIn(stage, meals)) {
    await gather(stage, claim)
    const two = pairs.find((pair) => claim.story.quote.includes(pair.claim))
    if (two) await judge(stage, claim, two)
  }
}

async function judge(stage: Stage, claim: Told, { checkers, given, agreed, adjudicated }: Two): Promise<void> {
  const { db, clock } = stage
  const [firstId, secondId] = [personOf(stage, checkers[0]).id, personOf(stage, checkers[1]).id]
  clock.pass()
  const roundId = await openRound(db, personOf(stage, 'ansel'), claim.id, { firstId, secondId })
  for (const verdict of given) claim.verdicts.push(await give(stage, claim, verdict))
  const [first = 0, second = 0] = claim.verdicts
  const at = { claimId: claim.id, roundId }
  clock.pass()
  if (agreed) await agreeOn(db, personOf(stage, agreed), at, first)
  if (!adjudicated) return
  const { by, difference, note } = adjudicated
  await adjudicate(db, personOf(stage, by), at, { upheld: { verdictId: second }, difference, note })
}

async function give(stage: Stage, claim: Told, verdict: Given): Promise<number> {
  const { by, rating, rationale, explanation = null, on } = verdict
  const said = { ratingId: stage.ratings.get(rating) ?? 0, rationale, explanation }
  const evidence = on?.map((index) => claim.evidence[index] ?? 0)
  stage.clock.pass()
  const finding = evidence ? { ...said, evidence } : said
  const { verdictId } = await write(stage.db, (tx) => addVerdict(tx, personOf(stage, by), claim.id, finding))
  return verdictId
}
