import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { type Sentence, isNewest } from './article.ts'
import { endSignOff } from './sign-off.ts'
import { findSentence, updateTriage } from './reading-store.ts'
import type { SetAsideReason } from './words.ts'

/** A sentence and the text it stands in. */
export type PlacedSentence = Sentence & { articleId: number; versionId: number }

/** Throws NotFound. */
export async function readSentence(conn: Conn, id: number): Promise<PlacedSentence> {
  return (await findSentence(conn, id)) ?? missing('sentence')
}

/** Says that a sentence holds nothing to check, and why. Throws BadInput when a claim was made of it. */
export function setSentenceAside(db: Db, person: Person, id: number, reason: SetAsideReason): Promise<PlacedSentence> {
  permit(person, 'sentence.triage')
  return write(db, async (tx) => {
    const sentence = await readSentence(tx, id)
    refuseClaim(sentence)
    if (sentence.reason === reason) return sentence
    return setSentenceAsideIn(tx, person, { sentence, reason })
  })
}

/** The same inside a change that does more; nobody is asked whether a claim was made of the sentence. */
export const setSentenceAsideIn = (
  tx: Tx,
  person: Person,
  { sentence, reason }: { sentence: PlacedSentence; reason: SetAsideReason },
): Promise<PlacedSentence> => change(tx, person, sentence, { triage: 'not_a_claim', reason })

/** Takes setting aside back. Throws BadInput when a claim was made of the sentence. */
export function returnSentence(db: Db, person: Person, id: number): Promise<PlacedSentence> {
  permit(person, 'sentence.triage')
  return write(db, async (tx) => {
    const sentence = await readSentence(tx, id)
    refuseClaim(sentence)
    if (sentence.triage === 'untouched') return sentence
    return returnSentenceIn(tx, person, sentence)
  })
}

/** The same inside a change that does more, where the claim that was made of it is no more. */
export const returnSentenceIn = (tx: Tx, person: Person, sentence: PlacedSentence): Promise<PlacedSentence> =>
  change(tx, person, sentence, { triage: 'untouched', reason: null })

function refuseClaim({ triage, number }: Sentence): void {
  if (triage !== 'claim') return
  const message = `A claim was made of sentence ${number}, so it stays as it is. If there is nothing to check in it, set the claim aside instead.`
  throw new BadInput({ '': message })
}

const older = 'A newer version of the article was taken in meanwhile. Look for the sentence in that one.'

type NewTriage = { triage: 'not_a_claim'; reason: SetAsideReason } | { triage: 'untouched'; reason: null }

async function change(tx: Tx, person: Person, sentence: PlacedSentence, set: NewTriage): Promise<PlacedSentence> {
  const { id, start, end, articleId, versionId } = sentence
  if (!(await isNewest(tx, articleId, versionId))) throw new Conflict(older)
  await updateTriage(tx, id, set)
  const place = { sentence: id, start, end }
  if (set.reason === null) {
    await record(tx, person, 'sentence.returned', { article: articleId }, place)
    await endSignOff(tx, person, articleId, 'untouched')
  } else await record(tx, person, 'sentence.set_aside', { article: articleId }, { ...place, reason: set.reason })
  return { ...sentence, ...set }
}
