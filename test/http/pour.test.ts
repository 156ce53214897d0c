import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import { type AddressInfo, type Socket, connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Response } from 'express'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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
