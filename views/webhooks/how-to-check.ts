import { patienceDays } from '../../server/webhooks/words.ts'
import { html } from '../html.ts'

/** How whoever gets a message sees that it is ours. */
export const HowToCheck = (replaySeconds: number) => html`
  <section aria-labelledby="checking">
    <h2 id="checking">How to check a message</h2>
    <p>Each message is a JSON object with <code>id</code>, <code>type</code> (<code>published</code>, <code>corrected</code> or <code>test</code>), <code>time</code>, <code>url</code> and what is public of the claim; a test has the first three alone. It comes with these headers:</p>
    <dl class="guide-fields">
      <div><dt><code>Stet-Timestamp</code></dt><dd>When it was sent, in seconds since 1970. Refuse what is more than ${replaySeconds / 60} minutes old: somebody may have kept it.</dd></div>
      <div><dt><code>Stet-Signature</code></dt><dd><code>v1=</code> and the HMAC-SHA256, in hexadecimal, of the timestamp, a full stop and the body as it came, by the secret. Work it out yourself and compare the two in constant time.</dd></div>
      <div><dt><code>Stet-Event</code></dt><dd>The type once more.</dd></div>
    </dl>
    <p>In Node.js, where <code>body</code> is the body byte for byte, before anything reads it as JSON:</p>
    <pre class="command" tabindex="0"><code>${check(replaySeconds)}</code></pre>
    <p>Answer with a status from 200 to 299 within 15 seconds. Anything else is tried again with growing pauses for most of a day, then waits under Jobs for an admin. Each address gets its messages in order: while one is tried again, the next ones wait. An address that has taken nothing for ${patienceDays} days, or answers 410, is paused, and the admins are told. A message may come twice, with the same <code>id</code>, and one that an admin has tried again comes after newer ones: what it says of the claim is as it is when it is sent. A test is sent once, at once.</p>
  </section>`

// Escaped by its hole like any text.
const check = (replaySeconds: number) => `import { createHmac, timingSafeEqual } from 'node:crypto'

function isOurs(secret, headers, body) {
  const timestamp = String(headers['stet-timestamp'])
  const age = Math.abs(Date.now() / 1000 - Number(timestamp))
  const wanted = 'v1=' + createHmac('sha256', secret).update(timestamp + '.').update(body).digest('hex')
  const given = Buffer.from(String(headers['stet-signature']))
  return age <= ${replaySeconds} && given.length === wanted.length && timingSafeEqual(given, Buffer.from(wanted))
}`
