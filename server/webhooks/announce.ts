import type { Tx } from '../../db/conn.ts'
import { addJob } from '../jobs/job.ts'
import { insertDelivery, liveWebhooks } from './store.ts'
import { type WebhookEvent, deliverKind } from './words.ts'

/** Has every address told that wants to know of it, in the transaction of the change; `editionId` is the edition it made. */
export async function announce(tx: Tx, event: WebhookEvent, editionId: number): Promise<void> {
  for (const { id, events } of await liveWebhooks(tx))
    if (events.includes(event)) await send(tx, { webhookId: id, event, editionId })
}

/** Has one address sent something that tells of nothing. */
export const announceTest = (tx: Tx, webhookId: number): Promise<void> =>
  send(tx, { webhookId, event: null, editionId: null })

async function send(tx: Tx, delivery: Parameters<typeof insertDelivery>[1]): Promise<void> {
  const id = await insertDelivery(tx, delivery)
  await addJob(tx, { kind: deliverKind, payload: { delivery: id }, key: `delivery ${id}` })
}
