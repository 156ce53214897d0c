import { gzipSync } from 'node:zlib'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { newsroom } from '../support/newsroom.ts'

describe('the body of a request', () => {
  it.each(['gzip', 'br', 'deflate', 'zstd', 'GZIP, br'])(
    'is refused when it is compressed (%s), before anything decodes it',
    async (encoding) => {
      const { app } = await newsroom()
      const answer = await request(app)
        .post('/sign-in')
        .set('Content-Encoding', encoding)
        .type('form')
        .send(gzipSync('email=a').toString('latin1'))
      expect(answer.status).toBe(415)
    },
  )

  it.each(['text/plain', 'application/json', 'application/xml'])(
    'is refused when it is not a form (%s)',
    async (type) => {
      const { app } = await newsroom()
      const answer = await request(app).post('/sign-in').set('Content-Type', type).send('{}')
      expect(answer.status).toBe(415)
    },
  )

  it('is refused when it is over two megabytes', async () => {
    const { app } = await newsroom()
    const answer = await request(app)
      .post('/claims')
      .type('form')
      .send(`email=${'a'.repeat(2_100_000)}`)
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('more than 2 MB')
  })

  it('is refused when it has more fields than any form', async () => {
    const { app } = await newsroom()
    const body = Array.from({ length: 600 }, (_, index) => `f${index}=x`).join('&')
    expect((await request(app).post('/sign-in').type('form').send(body)).status).toBe(413)
  })

  it.each(['email=%ff', 'email=%c3%28', 'email=%ed%a0%80', 'email=%zz'])(
    'is refused when it is not UTF-8 (%s), naming the field',
    async (body) => {
      const { app } = await newsroom()
      const answer = await request(app).post('/sign-in').type('form').send(body)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('email')
      expect(answer.text).not.toContain('node_modules')
    },
  )

  it.each([
    ['fields', '&'.repeat(1_999_999)],
    ['fields before one that is not UTF-8', `${'&'.repeat(1_999_000)}email=%ff`],
    ['spaces', `email=${'+'.repeat(2_999_000)}`],
  ])('takes no second of everybody’s time to read, full of %s', async (_what, body) => {
    const { app } = await newsroom()
    const before = process.cpuUsage()
    const { status } = await request(app).post('/sign-in').type('form').send(body)
    const { user, system } = process.cpuUsage(before)
    expect([400, 413, 422]).toContain(status)
    expect(user + system).toBeLessThan(250_000)
  })

  it('says a space as a plus, and a plus by its code', async () => {
    const { app } = await newsroom()
    const answer = await request(app).post('/sign-in').type('form').send('email=a+b%2Bc+%26').expect(422)
    expect(answer.text).toContain('value="a b+c &amp;"')
  })
})
