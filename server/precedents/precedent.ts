import type { Conn } from '../../db/conn.ts'
import type { Tone } from '../verdicts/words.ts'
import { matching } from './matching/matches.ts'
import { probabilityOf } from './matching/model.ts'
import { compare } from './matching/ranking.ts'
import { type Asked, type Check, readCheck, readQuestion } from './matching/reading.ts'
import type { Scope } from './matching/signs.ts'
import { findPlaces } from './search.ts'
import { decidedClaims, outsideAmong } from './store.ts'
import { reasonsFor } from './why.ts'
import { type Likeness, likenessOf } from './words.ts'

/** What both kinds of precedent have. */
type Known = {
  id: number
  statement: string
  claimant: string | null
  /** When it was checked: a day or an instant. */
  checkedOn: string | null
  /** Where its rating lies on the truth axis, 1 to 5, if it does. */
  value: number | null
}
type Ours = Known & {
  by: 'us'
  articleId: number
  number: number
  rating: { label: string; tone: Tone; shape: string }
  rationale: string
  published: boolean
}
type Theirs = Known & { by: 'others'; publisher: string; url: string; title: string; ratingLabel: string }

/** An earlier check, as it is known. */
type KnownCheck = Ours | Theirs
/** An earlier check of what may be the same claim: how probable that is, and why, in words. */
export type Precedent = KnownCheck & { probability: number; likeness: Likeness; why: string[] }

const most = 5

/** The nearest earlier checks, ours and other publishers', the most probable first; `except` is the claim that is asked about. */
export async function precedentsFor(conn: Conn, asked: Asked, except?: number): Promise<Precedent[]> {
  const read = readQuestion(asked)
  if (read.text.set.size === 0) return []
  const { models, shares } = matching()
  const scope = scopeOf(asked)
  const { places, weighing } = await findPlaces(conn, asked, read, shares)
  const known = (await knownAt(conn, places)).filter(({ check }) => check.by === 'others' || check.id !== except)
  const candidates = known.map(({ check, said }) => ({ known: check, check: readCheck(said) }))
  return compare({ asked: read, candidates, weighing, scope })
    .map(({ candidate, signs }) => {
      // Same speaker and same week are not enough: the words alone must say so too.
      const probability = Math.min(probabilityOf(models[scope], signs), probabilityOf(models.text, signs))
      return { ...candidate, probability }
    })
    .sort((a, b) => b.probability - a.probability)
    .slice(0, most)
    .flatMap(({ known: found, check, probability }) => {
      const likeness = likenessOf(probability)
      const why = reasonsFor({ asked, read, check, weighing })
      return likeness ? [{ ...found, probability, likeness, why }] : []
    })
}

const scopeOf = ({ on, speaker, before, after }: Asked): Scope =>
  on !== '' ? 'all' : speaker + before + after === '' ? 'text' : 'undated'

type At = { check: KnownCheck; said: Check }

async function knownAt(conn: Conn, places: readonly number[]): Promise<At[]> {
  const ids = (rest: number) => places.filter((place) => place % 2 === rest).map((place) => (place - rest) / 2)
  const ours = await decidedClaims(conn, ids(0))
  const theirs = await outsideAmong(conn, ids(1))
  return [...ours.map(ourCheck), ...theirs.map(theirCheck)]
}

function ourCheck(row: Awaited<ReturnType<typeof decidedClaims>>[number]): At {
  const { id, articleId, number, statement, claimant, decidedAt, rationale, publishedAt } = row
  const { value, ...rating } = row.rating
  const on = row.claimedOn ?? row.publishedOn ?? decidedAt.slice(0, 10)
  const known = { id, statement, claimant, checkedOn: decidedAt, value }
  return {
    check: { by: 'us', ...known, articleId, number, rating, rationale, published: publishedAt !== null },
    said: { claim: statement, title: row.quote, speaker: claimant ?? '', on },
  }
}

function theirCheck(row: Awaited<ReturnType<typeof outsideAmong>>[number]): At {
  const { id, claim, claimant, checkedOn, ratingValue: value, publisher, url, title, ratingLabel } = row
  const known = { id, statement: claim, claimant, checkedOn, value }
  return {
    check: { by: 'others', ...known, publisher, url, title, ratingLabel },
    said: { claim, title, speaker: claimant ?? '', on: row.statedOn ?? checkedOn ?? '' },
  }
}
