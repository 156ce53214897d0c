import { type AttemptText, logAttempt } from '../../server/attempts/attempt.ts'
import { eraseAttempt, withdrawAttempt } from '../../server/attempts/change.ts'
import { changeLevels, readLevels, stampOf } from '../../server/readiness/policy.ts'
import { noteSearch, withdrawSearch } from '../../server/readiness/search.ts'
import type { Side } from '../../server/readiness/words.ts'
import { type Stage, personOf } from './newsroom.ts'
import type { Who } from './people.ts'
import type { Told } from './take-in.ts'

type Asked = Pick<AttemptText, 'purpose' | 'whom' | 'way'> &
  Partial<Pick<AttemptText, 'asked' | 'outcome' | 'answer' | 'public'>> & {
    /** Words of the quote of its claim. */
    claim: string
    by: Who
    /** Days after the story begins. */
    on: number
    due?: number
    answered?: number
    withdrawn?: string
    /** Its text is erased again. */
    erased?: true
  }

const asked: Asked[] = [
  {
    claim: 'empty the town swimming pool',
    by: 'bastian',
    purpose: 'reply',
    whom: 'Tobin Quillstrand, Harbour Master',
    way: 'email',
    on: 1,
    due: 3,
    asked: 'How much water does the pool hold in your reckoning, and all six pumps or one?',
  },
  {
    claim: 'admissions of children with asthma',
    by: 'junia',
    purpose: 'reply',
    whom: 'Ismene Vandrake, Saint Odo hospital',
    way: 'letter',
    on: 3,
    due: 60,
    asked: 'On which diagnoses and which months does “by half” rest?\nWhat speaks for the closure as the reason?',
  },
  {
    claim: 'well under a tenth',
    by: 'bastian',
    purpose: 'reply',
    whom: 'Press desk of the Harbour Board',
    way: 'phone',
    on: 2,
    asked: 'Which changes are counted, and against which sum?',
    outcome: 'answered',
    answered: 3,
    answer:
      '“We set the changes against the whole programme, lamps and pumps included, not against the repairs alone.”',
    public: true,
  },
  {
    claim: 'No household will see a single crown',
    by: 'junia',
    purpose: 'reply',
    whom: 'Office of the mayor',
    way: 'email',
    on: 2,
    due: 3,
    outcome: 'declined',
    answered: 3,
    answer: 'The office does not comment on the guarantee.',
    public: true,
  },
  {
    claim: 'Nineteen of them closed for good',
    by: 'ansel',
    purpose: 'correction',
    whom: 'The Ellery Tidings, news desk',
    way: 'email',
    on: 4,
    due: 4,
    asked: 'The register of businesses has eleven closures. We ask you to correct the figure of nineteen.',
    outcome: 'corrected',
    answered: 4,
    answer: 'Corrected online at noon, with a note under the article.',
    public: true,
  },
  {
    claim: 'Nineteen of them closed for good',
    by: 'junia',
    purpose: 'reply',
    whom: 'Wharfside traders’ association',
    way: 'in_person',
    on: 2,
    due: 3,
    outcome: 'no_answer',
  },
  {
    claim: 'the mayor had her office painted',
    by: 'marguerite',
    purpose: 'correction',
    whom: 'Harbour Talk, an open page',
    way: 'form',
    on: 1,
    due: 4,
    asked: 'The upkeep of the whole town hall cost 61,200. Please correct or mark the post.',
  },
  {
    claim: 'the mayor had her office painted',
    by: 'marguerite',
    purpose: 'reply',
    whom: 'FerryTruth',
    way: 'message',
    on: 0,
    withdrawn: 'Sent to another account of the same name.',
  },
  {
    claim: 'the mayor had her office painted',
    by: 'marguerite',
    purpose: 'reply',
    whom: 'A painter of the town, at home',
    way: 'phone',
    on: 1,
    asked: 'Whose rooms did you paint, and who paid?',
    outcome: 'answered',
    answered: 1,
    answer: 'Spoke of it, then asked us to forget the call.',
    erased: true,
  },
]

type Looked = { claim: string; by: Who; side: Side; note: string; takenBack?: true }

const looked: Looked[] = [
  {
    claim: 'each of which can move 900 litres',
    by: 'junia',
    side: 'refutes',
    note: 'The builders’ defect list, the Board’s minutes of the last half year, and the archive of the Tidings for “pump”.',
  },
  {
    claim: 'admissions of children with asthma',
    by: 'junia',
    side: 'refutes',
    note: 'Registers of the two other hospitals of the province: neither counts by town.',
  },
  {
    claim: 'The average over the whole year',
    by: 'junia',
    side: 'refutes',
    note: 'Only the first sheet.',
    takenBack: true,
  },
]

/** On Friday whom they asked is noted, what they looked for in vain, and the rules for the week to come. */
export async function noteReplies(stage: Stage, told: Told[]): Promise<void> {
  stage.clock.goTo(4, '14:30')
  for (const one of asked) await ask(stage, idOf(told, one.claim), one)
  for (const one of looked) await look(stage, idOf(told, one.claim), one)
  await setRules(stage)
}

async function ask(stage: Stage, claimId: number, story: Asked): Promise<void> {
  const { db, clock } = stage
  const { claim: _claim, by, on, due, answered, withdrawn, erased, ...said } = story
  const person = personOf(stage, by)
  const day = (days: number | undefined) => (days === undefined ? null : clock.dateOf(days))
  const days = { askedOn: clock.dateOf(on), deadlineOn: day(due), answeredOn: day(answered) }
  const nothing = { asked: null, outcome: 'waiting', answer: null, public: false } as const
  clock.pass()
  const id = await logAttempt(db, person, { ...nothing, ...said, ...days, claimId })
  clock.pass()
  if (withdrawn) await withdrawAttempt(db, person, { id, reason: withdrawn })
  if (erased) await eraseAttempt(db, person, id)
}

async function look(stage: Stage, claimId: number, { by, side, note, takenBack }: Looked): Promise<void> {
  const person = personOf(stage, by)
  stage.clock.pass()
  const id = await noteSearch(stage.db, person, { claimId, side, note })
  if (!takenBack) return
  stage.clock.pass()
  await withdrawSearch(stage.db, person, id)
}

async function setRules(stage: Stage): Promise<void> {
  stage.clock.pass()
  const levels = await readLevels(stage.db.reader)
  const after = { ...levels, both_sides: 'warning', claimant_asked: 'warning' } as const
  await changeLevels(stage.db, personOf(stage, 'marguerite'), { ...after, stamp: stampOf(levels) })
}

function idOf(told: Told[], words: string): number {
  const found = told.find(({ story }) => story.quote.includes(words))
  if (!found) throw new Error(`No claim of the story quotes “${words}”`)
  return found.id
}
