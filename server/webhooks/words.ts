import type { DeliveryState, WebhookEvent } from '../../db/schema/index.ts'

export { webhookEvents } from '../../db/schema/index.ts'
export type { DeliveryState, WebhookEvent } from '../../db/schema/index.ts'

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
