import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput } from '../errors.ts'
import { record } from '../history/record.ts'
import { counted } from '../values/count.ts'
import { type Article, readArticle } from './article.ts'
import { findSigner } from './sign-off-store.ts'
import { updateArticle } from './store.ts'

/** That an article was looked through whole: by whom, when, and why if sentences were left out. */
export type SignOff = { by: { id: number; name: string }; at: string; waiver: string | null }

/** How many sentences nobody has looked at yet. */
const untouchedIn = ({ sentenceCount, lookedAtCount }: Article): number => sentenceCount - lookedAtCount

/** The sign-off that stands, or undefined. One query, and only where there is one. */
export async function signOffOf(conn: Conn, article: Article): Promise<SignOff | undefined> {
  if (article.signedOffAt === null) return undefined
  const by = await findSigner(conn, article.id)
  return by && { by, at: article.signedOffAt, waiver: article.signOffWaiver }
}

/**
 * Says that the article was looked through: every sentence, or all but those that `waiver` gives the reason for. Throws
 * BadInput at `waiver` while sentences are untouched and no reason is given.
 */
export function signOff(
  db: Db,
  person: Person,
  { articleId, waiver }: { articleId: number; waiver: string | null },
): Promise<void> {
  permit(person, 'article.signOff')
  return write(db, async (tx) => {
    const article = await readArticle(tx, articleId)
    if (article.signedOffAt !== null) return
    const untouched = untouchedIn(article)
    const needed = untouched > 0 ? (waiver ?? refuse(untouched)) : null
    if (needed !== null) permit(person, 'article.waive')
    await updateArticle(tx, articleId, { signedOffAt: tx.now, signedOffById: person.id, signOffWaiver: needed })
    const told = { sentences: article.sentenceCount, untouched, ...(needed !== null && { waiver: needed }) }
    await record(tx, person, 'article.signed_off', { article: articleId }, told)
  })
}

/** Takes a sign-off back; where there is none, nothing happens. */
export function takeSignOffBack(db: Db, person: Person, articleId: number): Promise<void> {
  permit(person, 'article.signOff')
  return write(db, async (tx) => {
    await readArticle(tx, articleId)
    await endSignOff(tx, person, articleId, 'by_hand')
  })
}

/** Ends the sign-off of an article, if it has one: it is no longer true that all of it was looked at, or somebody says so. */
export async function endSignOff(
  tx: Tx,
  person: Person,
  articleId: number,
  why: 'by_hand' | 'untouched',
): Promise<void> {
  const { signedOffAt } = await readArticle(tx, articleId)
  if (signedOffAt === null) return
  await updateArticle(tx, articleId, { signedOffAt: null, signedOffById: null, signOffWaiver: null })
  await record(tx, person, 'article.sign_off_ended', { article: articleId }, { why })
}

function refuse(untouched: number): never {
  const message = `${counted(untouched, 'sentence')} ${untouched === 1 ? 'was' : 'were'} not looked at yet. Look at ${untouched === 1 ? 'it' : 'them'}, or let an editor say here why the article is signed off all the same.`
  throw new BadInput({ waiver: message })
}
