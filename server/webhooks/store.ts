import { and, desc, eq, isNull, lt, ne } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import { type WebhookEvent, webhookDeliveries, webhooks } from '../../db/schema/index.ts'

const columns = {
  id: webhooks.id,
  address: webhooks.address,
  events: webhooks.events,
  createdAt: webhooks.createdAt,
  failingSince: webhooks.failingSince,
  pausedAt: webhooks.pausedAt,
  pausedWhy: webhooks.pausedWhy,
}

/** The addresses that are told, oldest first; their secrets stay here. */
export async function liveWebhooks(conn: Conn) {
  return conn.select(columns).from(webhooks).where(isNull(webhooks.endedAt)).orderBy(webhooks.id)
}

/** One of them, or undefined. */
export async function findLive(conn: Conn, id: number) {
  const [found] = await conn
    .select(columns)
    .from(webhooks)
    .where(and(eq(webhooks.id, id), isNull(webhooks.endedAt)))
  return found
}

/** Returns the id. */
export async function insertWebhook(tx: Tx, row: Omit<typeof webhooks.$inferInsert, 'createdAt'>): Promise<number> {
  const values = { ...row, createdAt: tx.now }
  return insertedId(await tx.insert(webhooks).values(values).returning({ id: webhooks.id }))
}

type Health = Pick<typeof webhooks.$inferSelect, 'failingSince' | 'pausedAt' | 'pausedWhy'>

/** Writes down whether a webhook takes what it is sent, and whether it is paused. */
export async function updateHealth(tx: Tx, id: number, health: Partial<Health>): Promise<void> {
  await tx.update(webhooks).set(health).where(eq(webhooks.id, id))
}

/** Ends a webhook and forgets its secret. */
export async function endWebhook(tx: Tx, id: number): Promise<void> {
  await tx.update(webhooks).set({ endedAt: tx.now, secret: '' }).where(eq(webhooks.id, id))
}

type NewDelivery = { webhookId: number; event: WebhookEvent | null; editionId: number | null }

/** Returns the id. */
export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<number> {
  const values = { ...delivery, createdAt: tx.now }
  return insertedId(await tx.insert(webhookDeliveries).values(values).returning({ id: webhookDeliveries.id }))
}

/** A delivery with where it goes and what it is signed with, or undefined. */
export async function findDelivery(conn: Conn, id: number) {
  const [found] = await conn
    .select({
      id: webhookDeliveries.id,
      webhookId: webhookDeliveries.webhookId,
      event: webhookDeliveries.event,
      editionId: webhookDeliveries.editionId,
      attempts: webhookDeliveries.attempts,
      createdAt: webhookDeliveries.createdAt,
      address: webhooks.address,
      secret: webhooks.secret,
      endedAt: webhooks.endedAt,
      failingSince: webhooks.failingSince,
      pausedAt: webhooks.pausedAt,
    })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(eq(webhookDeliveries.id, id))
  return found
}

type Change = Partial<Pick<typeof webhookDeliveries.$inferSelect, 'state' | 'attempts' | 'status' | 'problem'>>

/** Writes down what became of a delivery. */
export async function updateDelivery(tx: Tx, id: number, change: Change): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set({ ...change, triedAt: tx.now })
    .where(eq(webhookDeliveries.id, id))
}

/** Has a delivery wait for its webhook to go on. */
export async function setHeld(tx: Tx, id: number): Promise<void> {
  await tx.update(webhookDeliveries).set({ state: 'waiting' }).where(eq(webhookDeliveries.id, id))
}

const waitingFor = (webhookId: number) =>
  and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.state, 'waiting'))

/** What waits to be sent to a webhook, oldest first. */
export async function waitingDeliveries(conn: Conn, webhookId: number) {
  return conn
    .select({ id: webhookDeliveries.id, event: webhookDeliveries.event })
    .from(webhookDeliveries)
    .where(waitingFor(webhookId))
    .orderBy(webhookDeliveries.id)
}

/** Drops what waits to be sent to a webhook, or only what was asked for before an instant. */
export async function dropWaiting(tx: Tx, webhookId: number, before?: string): Promise<void> {
  const old = before === undefined ? undefined : lt(webhookDeliveries.createdAt, before)
  await tx
    .update(webhookDeliveries)
    .set({ state: 'dropped' })
    .where(and(waitingFor(webhookId), old))
}

/** The newest deliveries, newest first. */
export async function newestDeliveries(conn: Conn, limit: number) {
  return conn
    .select({
      id: webhookDeliveries.id,
      event: webhookDeliveries.event,
      state: webhookDeliveries.state,
      attempts: webhookDeliveries.attempts,
      status: webhookDeliveries.status,
      problem: webhookDeliveries.problem,
      createdAt: webhookDeliveries.createdAt,
      triedAt: webhookDeliveries.triedAt,
      address: webhooks.address,
    })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit)
}

/** Forgets the deliveries that were asked for before an instant and wait no more. */
export async function deleteDeliveries(tx: Tx, before: string): Promise<void> {
  await tx
    .delete(webhookDeliveries)
    .where(and(lt(webhookDeliveries.createdAt, before), ne(webhookDeliveries.state, 'waiting')))
}
