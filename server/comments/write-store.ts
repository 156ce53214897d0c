import { eq } from 'drizzle-orm'
import { type Tx, insertedId } from '../../db/conn.ts'
import { comments, mentions, threads } from '../../db/schema/index.ts'

type NewThread = { claimId: number; evidenceId: number | null; verdictId: number | null; openedById: number }

/** Returns the id. */
export async function insertThread(tx: Tx, row: NewThread): Promise<number> {
  return insertedId(
    await tx
      .insert(threads)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: threads.id }),
  )
}

/** Resolves a thread by that person, or opens it again for null. */
export async function setResolved(tx: Tx, id: number, byId: number | null): Promise<void> {
  await tx
    .update(threads)
    .set({ resolvedAt: byId === null ? null : tx.now, resolvedById: byId })
    .where(eq(threads.id, id))
}

type NewComment = { threadId: number; authorId: number; body: string; salt: string }

/** Returns the id. */
export async function insertComment(tx: Tx, row: NewComment): Promise<number> {
  return insertedId(
    await tx
      .insert(comments)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: comments.id }),
  )
}

/** Notes who is mentioned in a comment. */
export async function insertMentions(tx: Tx, commentId: number, personIds: number[]): Promise<void> {
  if (personIds.length > 0) await tx.insert(mentions).values(personIds.map((personId) => ({ commentId, personId })))
}

/** Takes the text, its salt and its mentions away; without the salt nobody can test a guess against the history. */
export async function eraseRow(tx: Tx, id: number, byId: number): Promise<void> {
  await tx.update(comments).set({ body: '', salt: '', erasedAt: tx.now, erasedById: byId }).where(eq(comments.id, id))
  await tx.delete(mentions).where(eq(mentions.commentId, id))
}
