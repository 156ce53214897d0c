import { text } from 'node:stream/consumers'
import autocannon from 'autocannon'
import { type Load, type Loaded } from './loading.ts'

// node load.ts: reads what is wanted, sends requests from a process of its own, and prints what came of it.

// What loading.ts passes.
const { url, cookie, connections, seconds, posts } = JSON.parse(await text(process.stdin)) as Load
const headers: Record<string, string> = { cookie }
if (posts) headers['content-type'] = 'application/x-www-form-urlencoded'
let sent = 0
const next = (request: object) => {
  const post = posts?.[sent++ % posts.length]
  return { ...request, method: 'POST', path: post?.path ?? '/', body: post?.form ?? '' }
}
const result = await autocannon({
  url,
  connections,
  headers,
  ...(posts ? { amount: posts.length, requests: [{ setupRequest: next }] } : { duration: seconds }),
})
const expected = posts ? result['3xx'] : result['2xx']
const loaded: Loaded = {
  perSecond: posts ? result.requests.total / result.duration : result.requests.average,
  p99: result.latency.p99,
  p50: result.latency.p50,
  average: result.latency.average,
  count: result.requests.total,
  failed: result.errors + result.requests.total - expected,
}
console.log(JSON.stringify(loaded))
