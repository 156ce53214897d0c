import { createHmac } from 'node:crypto'

/**
 * The headers that prove where a message comes from. The signature is the HMAC-SHA256, in hexadecimal, of the timestamp
 * (seconds since 1970), a full stop and the body, by the secret of the webhook.
 */
export function signed({ body, secret, at }: { body: string; secret: string; at: Date }): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return { 'Stet-Timestamp': timestamp, 'Stet-Signature': `v1=${signature}` }
}
