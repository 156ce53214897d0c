import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { crawl } from '../support/crawl.ts'
import { demoNewsroom } from '../support/demo.ts'
import { newsroom } from '../support/newsroom.ts'
import { exchange, rawServer } from './raw-server.ts'

const form = 'Content-Type: application/x-www-form-urlencoded\r\n'
const here = 'Host: 127.0.0.1\r\n'
const close = 'Connection: close\r\n'

describe('a request that is not as it should be', () => {
  const odd: [name: string, sent: string, status: RegExp][] = [
    ['TRACE', `TRACE / HTTP/1.1\r\n${here}${close}\r\n`, /^405/],
    ['CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\n${here}\r\n`, /^$|^4/],
    ['a method that is none', `GET/ / HTTP/1.1\r\n${here}\r\n`, /^400/],
    ['OPTIONS *', `OPTIONS * HTTP/1.1\r\n${here}${close}\r\n`, /^405/],
    ['GET *', `GET * HTTP/1.1\r\n${here}${close}\r\n`, /^(?:400|404|303)/],
    ['an absolute address', `GET http://evil.example/claims HTTP/1.1\r\n${here}${close}\r\n`, /^303/],
    ['two slashes', `GET //evil.example/a HTTP/1.1\r\n${here}${close}\r\n`, /^303/],
    ['no host', `GET /sign-in HTTP/1.1\r\n${close}\r\n`, /^400/],
    ['two hosts', `GET /sign-in HTTP/1.1\r\n${here}Host: evil.example\r\n${close}\r\n`, /^(?:200|400)/],
    ['a host of markup', `GET /sign-in HTTP/1.1\r\nHost: "><script>alert(1)</script>\r\n${close}\r\n`, /^(?:200|400)/],
    ['HTTP/1.0', `GET /sign-in HTTP/1.0\r\n\r\n`, /^200/],
    ['HTTP/0.9', `GET /sign-in\r\n\r\n`, /^(?:200|400)/],
    ['headers of 20 KB', `GET / HTTP/1.1\r\n${here}X: ${'x'.repeat(20_000)}\r\n\r\n`, /^431/],
    ['an address of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${here}\r\n`, /^431/],
    ['an address of 10 KB', `GET /${'a'.repeat(10_000)} HTTP/1.1\r\n${here}${close}\r\n`, /^(?:303|404)/],
    ['a header line without a name', `GET / HTTP/1.1\r\n${here}: x\r\n\r\n`, /^400/],
    [
      'two lengths',
      `POST /sign-in HTTP/1.1\r\n${here}${form}Content-Length: 3\r\nContent-Length: 4\r\n\r\na=b`,
      /^400/,
    ],
    [
      'length and chunks',
      `POST /sign-in HTTP/1.1\r\n${here}${form}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /^400/,
    ],
    ['a length below nothing', `POST /sign-in HTTP/1.1\r\n${here}${form}Content-Length: -1\r\n\r\na=b`, /^400/],
    [
      'a chunk of no size',
      `POST /sign-in HTTP/1.1\r\n${here}${form}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`,
      /^400/,
    ],
    [
      'an unknown coding',
      `POST /sign-in HTTP/1.1\r\n${here}${form}Transfer-Encoding: gzip, chunked\r\n${close}\r\n0\r\n\r\n`,
      /^4/,
    ],
    [
      'an expectation',
      `POST /sign-in HTTP/1.1\r\n${here}${form}Expect: wonders\r\nContent-Length: 3\r\n${close}\r\na=b`,
      /^4/,
    ],
    ['an upgrade', `GET /sign-in HTTP/1.1\r\n${here}Upgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n`, /^200/],
    [
      'a length of 9 GB',
      `POST /sign-in HTTP/1.1\r\n${here}${form}Content-Length: 9000000000\r\n${close}\r\na=b`,
      /^413/,
    ],
    [
      'a cookie of nonsense',
      `GET / HTTP/1.1\r\n${here}Cookie: =;;stet; stet==; notice=%; \xff\r\n${close}\r\n`,
      /^303/,
    ],
    [
      'an unknown charset',
      `POST /sign-in HTTP/1.1\r\n${here}Content-Type: application/x-www-form-urlencoded; charset=utf-7\r\nContent-Length: 3\r\n${close}\r\na=b`,
      /^415/,
    ],
    [
      'parts without a boundary',
      `POST /articles HTTP/1.1\r\n${here}Content-Type: multipart/form-data\r\nContent-Length: 3\r\n${close}\r\na=b`,
      /^400/,
    ],
    [
      'parts that end too early',
      `POST /articles HTTP/1.1\r\n${here}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 60\r\n${close}\r\n--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nabcdefg`,
      /^400/,
    ],
  ]

  it('gets a plain answer, and the next one is served', async () => {
    const { port } = await rawServer()
    const told: string[] = []
    for (const [name, sent, status] of odd) {
      const answer = await exchange(port, sent)
      const code = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? ''
      if (!status.test(code) || /<script>alert|node_modules|\.ts:\d/.test(answer)) told.push(`${name}: ${code}`)
      if (/location: (?!\/)|location: \/[/\\]/i.test(answer)) told.push(`${name} leads away`)
    }
    expect(told).toEqual([])
    expect(await exchange(port, `GET /sign-in HTTP/1.1\r\n${here}${close}\r\n`)).toContain('200 OK')
  }, 60_000)

  it('is no matter to the log, when its sender goes away in the middle', async () => {
    const { app, world } = await newsroom()
    const logged: unknown[] = []
    world.log.error = ((...args: unknown[]) => void logged.push(args)) as typeof world.log.error
    const server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const socket = connect(port, '127.0.0.1')
      socket.write(`POST /articles HTTP/1.1\r\n${here}Content-Type: ${type}\r\nContent-Length: 1000\r\n\r\n--x\r\n`)
      await setTimeout(150)
      socket.destroy()
    }
    await setTimeout(300)
    server.close()
    expect(logged).toEqual([])
  })
})

it('answers what is sent in one go in its order, and nobody waits for those who dawdle', async () => {
  const { port, cookie, address } = await rawServer()
  const dawdlers = Array.from({ length: 200 }, (_, index) => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    const body = `POST /sign-in HTTP/1.1\r\n${here}${form}Content-Length: 1000\r\n\r\nemail=`
    socket.write(index % 2 ? body : `GET / HTTP/1.1\r\n${here}X-Slow:`)
    return socket
  })
  const paths = Array.from({ length: 40 }, (_, index) => (index % 2 ? '/claims?q=1' : `/nowhere/${index}`))
  const asked = paths.map((path) => `GET ${path} HTTP/1.1\r\n${here}Cookie: ${cookie}\r\n\r\n`).join('')
  const answers = await exchange(
    port,
    `${asked}GET /people HTTP/1.1\r\n${here}Cookie: ${cookie}\r\n${close}\r\n`,
    20_000,
  )
  const codes = [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => code)
  expect(codes).toEqual([...paths.map((path) => (path.startsWith('/claims') ? '200' : '404')), '200'])
  const start = performance.now()
  expect((await fetch(`${address}/sign-in`)).status).toBe(200)
  expect(performance.now() - start).toBeLessThan(1_000)
  for (const socket of dawdlers) socket.destroy()
})

it('answers HEAD as it answers GET, without the page', async () => {
  const news = await demoNewsroom()
  const browser = await news.as(news.ada)
  const get = async (path: string) => {
    const answer = await browser.get(path).buffer(true)
    const { location, 'content-type': type = '' } = answer.headers
    return { status: answer.status, text: answer.text ?? '', type, location }
  }
  const before = news.db.writer.sqlite.prepare('SELECT total_changes()').pluck().get()
  for (const { path, answer } of await crawl(get, { each: 2 })) {
    const head = await request(news.app).head(path).set('Cookie', browser.cookie)
    expect([path, head.status, head.headers['content-type'] ?? '', head.text ?? '']).toEqual([
      path,
      answer.status,
      answer.type,
      '',
    ])
  }
  expect(news.db.writer.sqlite.prepare('SELECT total_changes()').pluck().get()).toBe(before)
})

it('closes what an export has open when its reader goes away', async () => {
  const { port, cookie, address } = await rawServer()
  const open = () => readdirSync('/proc/self/fd').length
  const headers = { cookie }
  await fetch(`${address}/claims.csv`, { headers }).then((answer) => answer.text())
  const before = open()
  for (let time = 0; time < 50; time++) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    socket.write(`GET /${time % 2 ? 'claims' : 'evidence'}.csv HTTP/1.1\r\n${here}Cookie: ${cookie}\r\n\r\n`)
    await setTimeout(time % 7)
    socket.destroy()
  }
  await setTimeout(500)
  expect(open()).toBeLessThanOrEqual(before + 2)
  const answers = await Promise.all(Array.from({ length: 10 }, () => fetch(`${address}/claims.csv`, { headers })))
  for (const answer of answers) {
    expect([200, 503]).toContain(answer.status)
    await answer.text()
  }
  expect((await fetch(`${address}/claims.csv`, { headers })).status).toBe(200)
})
