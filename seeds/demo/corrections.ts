import { editArticle } from '../../server/articles/edit.ts'
import { readArticle } from '../../server/articles/article.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { citeClaim } from '../../server/corrections/citation.ts'
import { clearFlag, flagsOf } from '../../server/corrections/flag.ts'
import { type Proposed, answerProposal, proposeCorrection } from '../../server/corrections/proposal.ts'
import { claimNumber } from '../../server/claims/words.ts'
import { addPreset } from '../../server/scales/edit.ts'
import { type Stage, personOf } from './newsroom.ts'
import type { Who } from './people.ts'
import type { Told } from './take-in.ts'

/**
 * What happens after publication: a decision is corrected, which flags other claims; one change is returned, another still
 * waits. And a second rating scale, for one article.
 */
export async function correctWhatWasPublished(stage: Stage, told: readonly Told[]): Promise<void> {
  const closed = saying(told, 'The Gannet Tunnel was closed to traffic for 413 days')
  const longest = saying(told, 'The closure that has just ended was the longest')
  await cite(stage, longest, closed)
  const asked = await ask(stage, closed, 'junia', {
    kind: 'correction',
    note: 'An earlier version of this check took the day of the reopening for a day of closure. The tunnel was shut for 412 days.',
    rating: 'mostly-true',
    rationale: 'The register counts 413 entries, but the last is the day of the reopening: 412 days of closure.',
  })
  await answer(stage, asked, { outcome: 'approved', reason: null })
  const office = saying(told, 'The mayor of Port Ellery had her office painted')
  const returned = await ask(stage, office, 'bastian', {
    kind: 'clarification',
    note: 'The sum is that of the whole town hall.',
    rationale: 'The upkeep of the whole town hall cost less than that.',
  })
  await answer(stage, returned, {
    outcome: 'returned',
    reason: 'The check says so already. What would a reader get wrong?',
  })
  const again = await ask(stage, office, 'bastian', {
    kind: 'clarification',
    note: 'Readers took the 61,200 crowns for the cost of the office. It is the upkeep of all rooms of the town hall for a year.',
    rationale: 'A year’s upkeep of all rooms of the town hall cost 61,200 crowns, and the office was not painted.',
  })
  await answer(stage, again, { outcome: 'approved', reason: null })
  await clearOne(stage, told, longest)
  await ask(stage, saying(told, 'The town council of Port Ellery has sold the night ferry'), 'junia', {
    kind: 'update',
    note: 'The Lost Otter has since put the word “joke” above the story.',
    rationale: 'The story comes from The Lost Otter, a weekly that prints nothing but jokes and now says so.',
  })
  await judgePlainly(stage, office)
}

function saying(told: readonly Told[], beginning: string): Told {
  const found = told.find(({ story }) => story.statement.startsWith(beginning))
  if (!found) throw new Error(`No claim of the demo begins with: ${beginning}`)
  return found
}

async function cite({ db, clock, ...stage }: Stage, claim: Told, earlier: Told): Promise<void> {
  clock.pass()
  const name = claimNumber(await readClaim(db.reader, earlier.id))
  await citeClaim(db, personOf({ db, clock, ...stage }, 'junia'), claim.id, name)
}

type Asked = Pick<Proposed, 'kind' | 'note'> & { rationale: string; rating?: string }

async function ask(stage: Stage, { id }: Told, who: Who, { rating, ...asked }: Asked): Promise<number> {
  stage.clock.pass()
  const claim = await readClaim(stage.db.reader, id)
  const ratingId = rating === undefined ? (claim.rating?.id ?? null) : (stage.ratings.get(rating) ?? null)
  const proposed = { ...asked, ratingId, explanation: null, decision: claim.decisionId ?? 0 }
  return (await proposeCorrection(stage.db, personOf(stage, who), id, proposed)).proposalId
}

async function answer(stage: Stage, proposalId: number, said: Parameters<typeof answerProposal>[3]): Promise<void> {
  stage.clock.pass()
  await answerProposal(stage.db, personOf(stage, 'ansel'), proposalId, said)
}

// The claim that cites the corrected one keeps its flag; the first of the others is looked at.
async function clearOne(stage: Stage, told: readonly Told[], kept: Told): Promise<void> {
  const person = personOf(stage, 'junia')
  for (const { id } of told.filter((one) => one !== kept)) {
    const [flag] = await flagsOf(stage.db.reader, person, id)
    if (!flag) continue
    stage.clock.pass()
    return void (await clearFlag(stage.db, person, flag.id, 'It quotes another entry, which stays as it is.'))
  }
}

async function judgePlainly({ db, clock, ...stage }: Stage, { id }: Told): Promise<void> {
  const admin = personOf({ db, clock, ...stage }, 'marguerite')
  clock.pass()
  const scale = await addPreset(db, admin, 'plain')
  clock.pass()
  const { articleId } = await readClaim(db.reader, id)
  const { title, outlet, byline, url, publishedOn, language, kind, version } = await readArticle(db.reader, articleId)
  const details = { title, outlet, byline, url, publishedOn, language, kind }
  await editArticle(db, admin, { id: articleId, ...details, scale, version })
}
