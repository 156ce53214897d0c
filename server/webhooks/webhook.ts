import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { secret as newSecret } from '../chance.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { later } from '../jobs/pause.ts'
import { announceTest, sendWaiting } from './announce.ts'
import {
  dropWaiting,
  endWebhook,
  findLive,
  insertWebhook,
  liveWebhooks,
  newestDeliveries,
  updateHealth,
} from './store.ts'
import { type WebhookEvent, keptDays } from './words.ts'

/** An address that is told. */
export type Webhook = Awaited<ReturnType<typeof liveWebhooks>>[number]

/** A message and what became of it. */
export type Delivery = Awaited<ReturnType<typeof newestDeliveries>>[number]

const most = 10

/** The addresses that are told, and what was sent to them last. */
export async function readWebhooks(conn: Conn): Promise<{ webhooks: Webhook[]; deliveries: Delivery[] }> {
  return { webhooks: await liveWebhooks(conn), deliveries: await newestDeliveries(conn, 50) }
}

type Wanted = { address: string; events: WebhookEvent[] }

/** Has an address told from now on, and returns the secret that its messages are signed with. Throws BadInput for more than ten. */
export function addWebhook(db: Db, person: Person, { address, events }: Wanted): Promise<string> {
  permit(person, 'webhook.manage')
  const secret = `stetwh_${newSecret(db.random)}`
  return write(db, async (tx) => {
    if ((await liveWebhooks(tx)).length >= most)
      throw new BadInput({ '': `There are ${most} webhooks already. Remove one first.` })
    const webhook = await insertWebhook(tx, { address, events, secret, addedById: person.id })
    await record(tx, person, 'webhook.added', {}, { webhook, events })
    return secret
  })
}

/** Has an address told no more; what waits to be sent to it is dropped. Throws NotFound for one that is none any more. */
export function removeWebhook(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'webhook.manage')
  return write(db, async (tx) => {
    if (!(await findLive(tx, id))) missing('webhook')
    await endWebhook(tx, id)
    await dropWaiting(tx, id)
    await record(tx, person, 'webhook.removed', {}, { webhook: id })
  })
}

/** Sends a message that tells of nothing. Throws NotFound. */
export function testWebhook(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'webhook.manage')
  return write(db, async (tx) => {
    if (!(await findLive(tx, id))) missing('webhook')
    await announceTest(tx, id)
    await record(tx, person, 'webhook.tested', {}, { webhook: id })
  })
}

/** Has a paused webhook told again, of what waits first; returns how many messages that are. Throws Conflict when it is not paused. */
export function resumeWebhook(db: Db, person: Person, id: number): Promise<number> {
  permit(person, 'webhook.manage')
  return write(db, async (tx) => {
    const webhook = (await findLive(tx, id)) ?? missing('webhook')
    if (webhook.pausedAt === null) throw new Conflict('This webhook is not paused any more.')
    await updateHealth(tx, id, { failingSince: null, pausedAt: null, pausedWhy: null })
    await dropWaiting(tx, id, later(tx.now, -keptDays * 24 * 3_600_000))
    await record(tx, person, 'webhook.resumed', {}, { webhook: id })
    return sendWaiting(tx, id)
  })
}
