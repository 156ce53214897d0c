import { once } from 'node:events'
import { type IncomingMessage, type Server, createServer, get } from 'node:http'
import { type AddressInfo, type Socket, connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Response } from 'express'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { pour } from '../../server/http/pour.ts'
import { newServer } from '../../server/serve.ts'

describe('a long file', () => {
  let server: Server
  let closed: boolean
  let socket: Socket

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    closed = false
    async function* endless() {
      try {
        for (;;) yield Buffer.alloc(64_000)
      } finally {
        closed = true
      }
    }
    server = createServer((_req, res) => void pour(endless(), res as Response)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' })
    socket.on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  })

  afterEach(() => {
    vi.useRealTimers()
    socket.destroy()
    server.closeAllConnections()
    server.close()
  })

  const take = async (bytes: number) => {
    for (let left = bytes; left > 0;) {
      const got = (socket.read() as Buffer | null)?.length ?? 0
      left -= got
      if (got === 0) await setTimeout(2)
      if (socket.destroyed) return
    }
  }

  it('is broken off for whoever takes a little of it now and then', async () => {
    for (let minute = 0; minute < 30 && !closed; minute++) {
      await take(1_000)
      await setTimeout(20)
      vi.advanceTimersByTime(60_000)
      await setTimeout(5)
    }
    expect(closed).toBe(true)
  })

  it('goes on for whoever takes it, however long it is', async () => {
    for (let minute = 0; minute < 3; minute++) {
      await take(8_000_000)
      vi.advanceTimersByTime(60_000)
      await setTimeout(2)
    }
    expect([closed, socket.destroyed]).toEqual([false, false])
  })
})

it('is not waited with for ever: a connection on which nothing moves is closed', () => {
  expect(newServer(() => undefined).timeout).toBe(120_000)
})

const piece = Buffer.alloc(100_000, 'a')

/** A server that answers with these pieces; `poured` settles as `pour` does. */
async function serve(pieces: () => AsyncGenerator<Buffer | string>) {
  const { promise: poured, resolve } = Promise.withResolvers<unknown>()
  const server = createServer((_, res) => {
    // Express adds nothing that is used here.
    pour(pieces(), res as Response).then(() => resolve('sent'), resolve)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  const [answer] = (await once(get({ port, agent: false }), 'response')) as [IncomingMessage]
  return { answer, poured }
}

async function lengthOf(answer: IncomingMessage): Promise<number> {
  let length = 0
  for await (const part of answer) length += (part as Buffer).length
  return length
}

it('sends all pieces and makes no more of them than are taken', async () => {
  let made = 0
  const { answer, poured } = await serve(async function* () {
    for (; made < 300; made++) yield piece
  })
  await setTimeout(100)
  // The system keeps some megabytes on the way; thirty are more than that.
  expect(made).toBeLessThan(300)
  expect(await lengthOf(answer)).toBe(300 * piece.length)
  expect(await poured).toBe('sent')
})

it('ends quietly when whoever asked goes away, and ends what is read from', async () => {
  let isEnded = false
  const { answer, poured } = await serve(async function* () {
    try {
      for (;;) yield piece
    } finally {
      isEnded = true
    }
  })
  answer.destroy()
  expect(await poured).toBe('sent')
  expect(isEnded).toBe(true)
})

it('breaks the connection on an error, so that half a file is not taken for a whole one', async () => {
  const { answer, poured } = await serve(async function* () {
    yield piece
    throw new Error('The disk is gone')
  })
  await expect(lengthOf(answer)).rejects.toThrow('aborted')
  expect(await poured).toEqual(new Error('The disk is gone'))
})
