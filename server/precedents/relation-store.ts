import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { articles, claimRelations, claimants, claims, decisions, people, ratings } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'
import type { RelationKind } from './words.ts'

const id = sql.placeholder('id')
const other = alias(claims, 'other')
const mostRelations = 200

/** What the claim is to others and they to it, newest first; `named` is 1 where this claim was named first. */
export async function relationRows(conn: Conn, claimId: number) {
  const otherId = sql`case when ${claimRelations.claimId} = ${id} then ${claimRelations.otherId} else ${claimRelations.claimId} end`
  const query = prepared(conn, 'relations.ofClaim', (c) =>
    c
      .select({
        id: claimRelations.id,
        kind: claimRelations.kind,
        named: sql<number>`${claimRelations.claimId} = ${id}`,
        addedBy: people.name,
        createdAt: claimRelations.createdAt,
        claim: {
          id: other.id,
          articleId: other.articleId,
          number: other.number,
          statement: other.statement,
          state: other.state,
          claimedOn: other.claimedOn,
          createdAt: other.createdAt,
        },
        publishedOn: articles.publishedOn,
        claimant: claimants.name,
        rating: badgeColumns,
      })
      .from(claimRelations)
      .innerJoin(people, eq(people.id, claimRelations.addedById))
      .innerJoin(other, eq(other.id, otherId))
      .innerJoin(articles, eq(articles.id, other.articleId))
      .leftJoin(claimants, eq(claimants.id, other.claimantId))
      .leftJoin(ratings, eq(ratings.id, other.ratingId))
      .where(
        and(or(eq(claimRelations.claimId, id), eq(claimRelations.otherId, id)), isNull(claimRelations.withdrawnAt)),
      )
      .orderBy(desc(claimRelations.id))
      .limit(mostRelations)
      .prepare(),
  )
  return query.execute({ id: claimId })
}

/** When the claim was first decided; undefined before. */
export async function firstDecidedAt(conn: Conn, claimId: number): Promise<string | undefined> {
  const query = prepared(conn, 'relations.decided', (c) =>
    c
      .select({ at: decisions.createdAt })
      .from(decisions)
      .where(eq(decisions.claimId, id))
      .orderBy(asc(decisions.number))
      .limit(1)
      .prepare(),
  )
  const [row] = await query.execute({ id: claimId })
  return row?.at
}

/** The id of the claim of that number in its article, or undefined. */
export async function idOfNumber(conn: Conn, { articleId, number }: { articleId: number; number: number }) {
  const [found] = await conn
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.number, number)))
  return found?.id
}

type Pair = { claimId: number; kind: RelationKind; otherId: number }

/** Whether that relation stands. */
export async function isRelated(conn: Conn, { claimId, kind, otherId }: Pair): Promise<boolean> {
  const { withdrawnAt } = claimRelations
  const same = [eq(claimRelations.claimId, claimId), eq(claimRelations.otherId, otherId), eq(claimRelations.kind, kind)]
  const found = await conn
    .select({ id: claimRelations.id })
    .from(claimRelations)
    .where(and(...same, isNull(withdrawnAt)))
  return found.length > 0
}

/** A relation that stands, with the article of its first claim; undefined for none. */
export async function findRelation(conn: Conn, relation: number) {
  const [found] = await conn
    .select({
      id: claimRelations.id,
      claimId: claimRelations.claimId,
      kind: claimRelations.kind,
      otherId: claimRelations.otherId,
      articleId: claims.articleId,
      withdrawnAt: claimRelations.withdrawnAt,
    })
    .from(claimRelations)
    .innerJoin(claims, eq(claims.id, claimRelations.claimId))
    .where(eq(claimRelations.id, relation))
  return found
}

/** Returns the id. */
export async function insertRelation(tx: Tx, row: typeof claimRelations.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(claimRelations).values(row).returning({ id: claimRelations.id }))
}

/** Takes a relation back; the row stays. */
export async function withdrawRelationRow(tx: Tx, relation: number, person: { id: number }): Promise<void> {
  const gone = { withdrawnAt: tx.now, withdrawnById: person.id }
  await tx.update(claimRelations).set(gone).where(eq(claimRelations.id, relation))
}
