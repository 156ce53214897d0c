import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { attempts, claims, evidence, people, policies, searches, sources } from '../../db/schema/index.ts'
import type { Levels } from './rules.ts'
import type { PolicyLevel, PolicyRule, Side } from './words.ts'

/** How strictly each rule is kept. */
export async function findLevels(conn: Conn): Promise<Levels> {
  const query = prepared(conn, 'readiness.levels', (c) => c.select().from(policies).prepare())
  const levels: Levels = { evidence: 'off', weight: 'off', both_sides: 'off', claimant_asked: 'off', passages: 'off' }
  for (const { rule, level } of await query.execute()) levels[rule] = level
  return levels
}

/** Sets one rule. */
export async function updateLevel(tx: Tx, rule: PolicyRule, level: PolicyLevel): Promise<void> {
  await tx.insert(policies).values({ rule, level }).onConflictDoUpdate({ target: policies.rule, set: { level } })
}

/** The stances, passages and sources of a claim's standing evidence, from confidential sources too, oldest first. */
export async function standingEvidence(conn: Conn, claimId: number) {
  const query = prepared(conn, 'readiness.evidence', (c) =>
    c
      .select({
        stance: evidence.stance,
        passage: evidence.passage,
        passageMatch: evidence.passageMatch,
        source: {
          id: sources.id,
          title: sources.title,
          publisher: sources.publisher,
          url: sources.url,
          origin: sources.origin,
          originId: sources.originId,
          primary: sources.primary,
          confidential: sources.confidential,
        },
      })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .where(and(eq(evidence.claimId, sql.placeholder('claimId')), isNull(evidence.withdrawnAt)))
      .orderBy(evidence.id)
      .prepare(),
  )
  return query.execute({ claimId })
}

/** Whether the claim has a claimant, once for each standing attempt to get a reply: with the id of the attempt, or null for none. */
export async function repliesAskedFor(conn: Conn, claimId: number) {
  const query = prepared(conn, 'readiness.asked', (c) =>
    c
      .select({ claimantId: claims.claimantId, attemptId: attempts.id })
      .from(claims)
      .leftJoin(
        attempts,
        and(eq(attempts.claimId, claims.id), eq(attempts.purpose, 'reply'), isNull(attempts.withdrawnAt)),
      )
      .where(eq(claims.id, sql.placeholder('claimId')))
      .prepare(),
  )
  return query.execute({ claimId })
}

/** What was looked for and not found on a claim, newest first; what was taken back is left out. */
export async function standingSearches(conn: Conn, claimId: number) {
  const query = prepared(conn, 'readiness.searches', (c) =>
    c
      .select({
        id: searches.id,
        side: searches.side,
        note: searches.note,
        createdAt: searches.createdAt,
        person: { id: people.id, name: people.name },
      })
      .from(searches)
      .innerJoin(people, eq(people.id, searches.personId))
      .where(and(eq(searches.claimId, sql.placeholder('claimId')), isNull(searches.withdrawnAt)))
      .orderBy(desc(searches.id))
      .prepare(),
  )
  return query.execute({ claimId })
}

/** The search with its claim, taken back or not; undefined when there is none. */
export async function findSearch(conn: Conn, id: number) {
  const [found] = await conn
    .select({
      id: searches.id,
      side: searches.side,
      note: searches.note,
      withdrawnAt: searches.withdrawnAt,
      claim: { id: claims.id, articleId: claims.articleId },
    })
    .from(searches)
    .innerJoin(claims, eq(claims.id, searches.claimId))
    .where(eq(searches.id, id))
    .limit(1)
  return found
}

type NewSearch = { claimId: number; side: Side; note: string; personId: number }

/** Returns the id. */
export async function insertSearch(tx: Tx, row: NewSearch): Promise<number> {
  return insertedId(
    await tx
      .insert(searches)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: searches.id }),
  )
}

/** Takes a search back; it stays in the table. */
export async function markWithdrawn(tx: Tx, id: number): Promise<void> {
  await tx.update(searches).set({ withdrawnAt: tx.now }).where(eq(searches.id, id))
}
