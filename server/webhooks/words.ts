import type { DeliveryState, PauseReason, WebhookEvent } from '../../db/schema/index.ts'

export { webhookEvents } from '../../db/schema/index.ts'
export type { DeliveryState, PauseReason, WebhookEvent } from '../../db/schema/index.ts'

/** The kind of job that delivers. */
export const deliverKind = 'webhooks.deliver'

export const eventWords: Record<WebhookEvent, string> = {
  published: 'A claim is published',
  corrected: 'A published claim is corrected, brought up to date or withdrawn',
}

export const deliveryWords: Record<DeliveryState, string> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed',
  dropped: 'Not sent: the webhook was removed',
}

/** Messages older than this many seconds are to be refused by whoever gets them. */
export const replaySeconds = 300

/** Days for which the list tells of what was sent, and for which messages wait for a webhook that is paused. */
export const keptDays = 30

/** A webhook that has taken nothing for so many days is paused. */
export const patienceDays = 3

export const pauseWords: Record<PauseReason, string> = {
  failing: `it has taken nothing for ${patienceDays} days`,
  gone: 'it answers that it is gone',
}
