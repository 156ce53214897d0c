import { once } from 'node:events'
import { type IncomingMessage, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { newSlots } from '../../server/exports/slots.ts'
import { someClaims } from '../claims/list-claims.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

const long = 'x'.repeat(20_000)

async function serve(news: Newsroom): Promise<(path: string) => Promise<IncomingMessage>> {
  const server = news.app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { cookie } = await news.as(news.cleo)
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  return async (path) => {
    const request = get({ port, path, headers: { cookie }, agent: false })
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    return answer
  }
}

it('runs four exports at once and asks a fifth to wait; who goes away makes room', async () => {
  const news = await newsroom()
  await someClaims(news, 600, () => ({ statement: long }))
  const ask = await serve(news)
  // Nothing of these is read, so the server cannot finish them.
  const stuck = await Promise.all(Array.from({ length: 4 }, () => ask('/claims.csv')))
  expect(stuck.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200])
  const fifth = await ask('/claims.csv')
  expect([fifth.statusCode, fifth.headers['retry-after']]).toEqual([503, '10'])
  stuck[0]?.destroy()
  await expect.poll(async () => (await ask('/claims.csv?kind=quote')).statusCode).toBe(200)
  for (const answer of stuck) answer.destroy()
})

it('is of one moment: what is written while it runs is not in it', async () => {
  const news = await newsroom()
  await someClaims(news, 600, () => ({ statement: long }))
  const answer = await (await serve(news))('/claims.csv?sort=oldest&variant=raw')
  await someClaims(news, 50)
  let text = ''
  for await (const piece of answer.setEncoding('utf8')) text += piece
  expect(text.match(/\r\n/g)).toHaveLength(601)
})

it('gives a place back once, however often that is said', () => {
  const slots = newSlots(1)
  const back = slots.take()
  expect(slots.take()).toBeUndefined()
  back?.()
  back?.()
  expect(slots.take()).toBeDefined()
  expect(slots.take()).toBeUndefined()
})
