import type { Tx } from '../../db/conn.ts'
import { addJob } from '../jobs/job.ts'
import { insertDelivery, liveWebhooks, waitingDeliveries } from './store.ts'
import { type WebhookEvent, deliverKind } from './words.ts'

/** Has every address told that wants to know of it, in the transaction of the change; `editionId` is the edition it made. */
export async function announce(tx: Tx, event: WebhookEvent, editionId: number): Promise<void> {
  for (const { id: webhookId, events, pausedAt } of await liveWebhooks(tx)) {
    if (!events.includes(event)) continue
    const id = await insertDelivery(tx, { webhookId, event, editionId })
    if (pausedAt === null) await send(tx, id, webhookId)
  }
}

/** Has one address sent something that tells of nothing: at once, whatever else waits. */
export async function announceTest(tx: Tx, webhookId: number): Promise<void> {
  await send(tx, await insertDelivery(tx, { webhookId, event: null, editionId: null }))
}

/** Has an address sent all that waits for it; returns how many that are. */
export async function sendWaiting(tx: Tx, webhookId: number): Promise<number> {
  const waiting = await waitingDeliveries(tx, webhookId)
  for (const { id, event } of waiting) await send(tx, id, event === null ? undefined : webhookId)
  return waiting.length
}

// One receiver gets its messages in order, one after the other; those of others go on meanwhile.
const send = (tx: Tx, delivery: number, webhookId?: number) =>
  addJob(tx, {
    kind: deliverKind,
    payload: { delivery },
    key: `delivery ${delivery}`,
    ...(webhookId !== undefined && { lane: `webhook ${webhookId}` }),
  })
