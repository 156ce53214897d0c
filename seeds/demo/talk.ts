import { answerThread, eraseComment, openThread } from '../../server/comments/comment.ts'
import { resolveThread } from '../../server/comments/thread.ts'
import { noticesOf, openNotice } from '../../server/notifications/notice.ts'
import { type Stage, personOf } from './newsroom.ts'
import type { Who } from './people.ts'
import type { Told } from './take-in.ts'

type Talk = {
  /** Words of the quote of its claim. */
  claim: string
  /** The first, second … piece of evidence or verdict it is about; else the claim. */
  evidence?: number
  verdict?: number
  said: [who: Who, words: string][]
  resolved?: Who
  /** Whose first words there are erased again. */
  erased?: Who
}

const talks: Talk[] = [
  {
    claim: 'Nineteen of them closed for good',
    said: [
      ['junia', 'The traders count shops that moved away as closed. Do we say so? @Ansel Thistlewick'],
      ['ansel', 'Yes, in one sentence:\n\n1. what they count,\n2. what the register counts.'],
      ['junia', 'Done.'],
    ],
  },
  {
    claim: 'at least 6 million crowns went on changes',
    evidence: 1,
    said: [
      ['ansel', 'One voice without a paper. @Bastian Quillfeather, does anybody else name the **control room**?'],
      ['bastian', 'Nobody who would be quoted. He told me:\n\n> six, nearer seven\n\nI have asked for the payments.'],
    ],
  },
  {
    claim: 'at least 6 million crowns went on changes',
    verdict: 0,
    said: [
      ['bastian', 'Annex F is the only list of changes I know of. @Junia Farrowmere, is there a later one?'],
      [
        'junia',
        'No. Annex F was closed with the contract; see [the Board’s page](https://harbour-board.example/annexes).',
      ],
    ],
    resolved: 'bastian',
  },
  {
    claim: 'the pumps could empty the town swimming pool',
    said: [
      ['perrin', 'My cousin minds the pool and says it was never full. Let us not print that.'],
      ['bastian', 'I wait for the Harbour Master. @Wanda Mistlethorpe, do you know whom to ask at the baths?'],
    ],
    erased: 'perrin',
  },
  {
    claim: 'lifted for the first time in 413 days',
    evidence: 0,
    said: [['ansel', 'Entry 58 counts the first day and the last. Good.']],
    resolved: 'ansel',
  },
]

/** What the people of the newsroom said about claims, and what some of them have read. */
export async function talkThingsOver(stage: Stage, told: readonly Told[]): Promise<void> {
  for (const talk of talks) {
    const claim = told.find(({ story }) => story.quote.includes(talk.claim))
    if (!claim) throw new Error(`No claim is quoted with “${talk.claim}”`)
    await hold(stage, claim, talk)
  }
  const ansel = personOf(stage, 'ansel')
  for (const { id } of await noticesOf(stage.db.reader, ansel, { limit: 3 })) await openNotice(stage.db, ansel, id)
}

async function hold(stage: Stage, claim: Told, { said, resolved, erased, ...about }: Talk): Promise<void> {
  const { db, clock } = stage
  const place = {
    claimId: claim.id,
    ...(about.evidence !== undefined && { evidenceId: claim.evidence[about.evidence] ?? 0 }),
    ...(about.verdict !== undefined && { verdictId: claim.verdicts[about.verdict] ?? 0 }),
  }
  let threadId: number | undefined
  for (const [who, words] of said) {
    clock.pass()
    const person = personOf(stage, who)
    const comment = await (threadId ? answerThread(db, person, threadId, words) : openThread(db, person, place, words))
    threadId = comment.threadId
    if (who === erased) await eraseComment(db, person, comment.commentId)
  }
  if (resolved && threadId) await resolveThread(db, personOf(stage, resolved), threadId, true)
}
