import type { Tx } from '../../db/conn.ts'
import { settingsKeepers } from '../accounts/person.ts'
import { record } from '../history/record.ts'
import { later } from '../jobs/pause.ts'
import { notify } from '../notifications/notification.ts'
import { updateHealth } from './store.ts'
import { type PauseReason, patienceDays } from './words.ts'

const patience = patienceDays * 24 * 3_600_000

type Health = { webhookId: number; failingSince: string | null; pausedAt: string | null }

/** Writes down that a webhook took what it was sent. */
export async function noteTaken(tx: Tx, { webhookId, failingSince }: Health): Promise<void> {
  if (failingSince !== null) await updateHealth(tx, webhookId, { failingSince: null })
}

/**
 * Writes down that a webhook did not take what it was sent, and pauses it when a message has `failed` for good and nothing was
 * taken for days, or at once when the address says that it is `gone`: admins are told.
 */
export async function noteRefused(
  tx: Tx,
  { webhookId, failingSince, pausedAt }: Health,
  { failed, gone }: { failed: boolean; gone: boolean },
): Promise<void> {
  const since = failingSince ?? tx.now
  if (failingSince === null) await updateHealth(tx, webhookId, { failingSince: since })
  const isOver = gone || (failed && since <= later(tx.now, -patience))
  if (isOver && pausedAt === null) await pause(tx, webhookId, gone ? 'gone' : 'failing')
}

async function pause(tx: Tx, webhookId: number, why: PauseReason): Promise<void> {
  await updateHealth(tx, webhookId, { pausedAt: tx.now, pausedWhy: why })
  const seq = await record(tx, null, 'webhook.paused', {}, { webhook: webhookId, why })
  const told = (await settingsKeepers(tx)).map(({ id }) => id)
  await notify(tx, told, 'webhook_paused', { seq, claimId: null }, null)
}
