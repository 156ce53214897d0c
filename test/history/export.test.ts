import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { Agent, type IncomingMessage, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { rounds } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { openKey } from '../../server/history/new-key.ts'
import { record } from '../../server/history/record.ts'
import { runCommand } from '../../server/commands.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { terminal } from '../support/terminal.ts'

async function exported() {
  const news = await newsroom()
  await openKey(news.world)
  const { claims } = await harbour(news.db)
  const ediths = await news.as(news.edith)
  const posted = await ediths.post('/history/exports').expect(303)
  expect(posted.headers.location).toBe('/history/export.jsonl')
  const answer = await ediths.get('/history/export.jsonl').buffer(true).parse(asText).expect(200)
  return { ...news, ediths, claimId: claims[0] ?? 0, answer, text: String(answer.body) }
}

/** Supertest reads JSON Lines only when told how. */
function asText(res: unknown, done: (error: Error | null, text: string) => void): void {
  let text = ''
  // The answer of node:http, which supertest calls its own.
  const stream = res as NodeJS.ReadableStream
  stream.on('data', (data: Buffer) => void (text += data.toString()))
  stream.on('end', () => done(null, text))
}

/** Runs the verifier as an outsider does: the downloaded file, in an empty folder, with nothing of ours beside it. */
function check(dir: string, ...words: string[]): { code: number; text: string } {
  try {
    return { code: 0, text: execFileSync(process.execPath, ['stet-verifier.mjs', ...words], { cwd: dir }).toString() }
  } catch (error) {
    // What execFileSync throws for another exit code than 0.
    const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer }
    return { code: status, text: `${stdout.toString()}${stderr.toString()}` }
  }
}

describe('the export of the history', () => {
  it('is for editors, written down, and signed with that in it', async () => {
    const { as, cleo, ediths, answer, text } = await exported()
    const cleos = await as(cleo)
    await cleos.get('/history/export.jsonl').expect(403)
    await cleos.post('/history/exports').expect(403)
    expect((await cleos.get('/history/proof')).text).not.toContain('Export the history')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="stet-history-2025-05-12.jsonl"')
    expect((await ediths.get('/history?kind=exports')).text).toContain('exported the history: 4 events.')
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toMatchObject({ stet: 'history', v: 1, events: 5 })
    expect(lines.at(-2)).toMatchObject({ checkpoint: 1 })
    expect(lines.at(-1)).toEqual({ end: true, events: 5, checkpoints: 1 })
  })

  it('holds sign-ins, confidential sources and open independent verdicts by their hashes alone', async () => {
    const { db, ediths, cleo, ben, claimId, text: before } = await exported()
    const secret = await aSource(db, 'A letter', { confidential: true })
    await anItem(db, cleo, claimId, secret)
    await write(db, async (tx) => {
      await record(tx, cleo, 'person.signed_in', { person: cleo.id }, {})
      const made = { claimId, firstId: cleo.id, secondId: ben.id, createdAt: tx.now }
      const [round] = await tx.insert(rounds).values(made).returning({ id: rounds.id })
      const data = { verdict: 1, number: 1, rating: 'false', sha256: 'x' }
      await record(tx, cleo, 'verdict.given', { claim: claimId, round: round?.id ?? 0 }, data)
    })
    const { body } = await ediths.get('/history/export.jsonl').buffer(true).parse(asText).expect(200)
    const text = String(body)
    for (const type of ['source.added', 'evidence.added', 'person.signed_in', 'verdict.given'])
      expect(text).not.toContain(type)
    // Edith’s sign-in was there before.
    const sealed = (lines: string) => lines.match(/"leaf":"[0-9a-f]{64}"/g)?.length
    expect([sealed(before), sealed(text)]).toEqual([1, 5])
  })

  it('is checked by the verifier alone, with the checkpoints and the key that somebody kept', async () => {
    const { world, ediths, text } = await exported()
    const dir = world.config.dataDir
    const verifier = await ediths.get('/history/verifier.mjs').buffer(true).parse(asText).expect(200)
    expect(verifier.headers['content-disposition']).toContain('stet-verifier.mjs')
    writeFileSync(join(dir, 'stet-verifier.mjs'), String(verifier.body))
    writeFileSync(join(dir, 'export.jsonl'), text)
    const { note } = JSON.parse(checkpointLine(text))
    writeFileSync(join(dir, 'kept.txt'), `My notes.\n\n${note}`)
    const whole = check(dir, 'export.jsonl', '--known', 'kept.txt')
    expect(whole).toMatchObject({ code: 0, text: expect.stringContaining('is whole: 5 events') })
    expect(whole.text).toContain('The checkpoint you gave, after event 5, holds')
    const [, key = ''] = /The key is (\S+)\. /.exec(whole.text) ?? []
    expect(check(dir, 'export.jsonl', '--key', key)).toMatchObject({ code: 0 })
    expect(check(dir, 'export.jsonl', '--key', key.replace('+', 'x+')).code).toBe(1)
    writeFileSync(join(dir, 'bad.jsonl'), text.replace('The harbour closed', 'The harbour opened'))
    expect(check(dir, 'bad.jsonl')).toMatchObject({
      code: 1,
      text: expect.stringContaining('first bad entry is event'),
    })
    writeFileSync(join(dir, 'short.jsonl'), text.split('\n').slice(0, -2).join('\n'))
    expect(check(dir, 'short.jsonl')).toMatchObject({ code: 1, text: expect.stringContaining('ends early') })
    expect(check(dir).code).toBe(2)
    expect(check(dir, 'export.jsonl', '--known', 'bad.jsonl').code).toBe(2)
    expect(check(dir, 'kept.txt').code).toBe(1)
  })
})

const checkpointLine = (text: string) => text.split('\n').findLast((line) => line.startsWith('{"checkpoint"')) ?? ''

describe('the command', () => {
  async function said(env: Record<string, string>, ...words: string[]) {
    const lines: string[] = []
    return { code: await runCommand(env, words, terminal(lines)), text: lines.join('\n') }
  }

  it('compares with kept checkpoints, and with the key of the server', async () => {
    const { world, db, text } = await exported()
    const env = { DATA_DIR: world.config.dataDir }
    const { note } = JSON.parse(checkpointLine(text))
    const kept = join(env.DATA_DIR, 'kept.txt')
    writeFileSync(kept, note)
    expect(await said(env, 'verify', '--known', kept)).toMatchObject({
      code: 0,
      text: expect.stringContaining('holds'),
    })
    writeFileSync(kept, note.replace('\n5\n', '\n6\n'))
    expect(await said(env, 'verify', '--known', kept)).toMatchObject({
      code: 1,
      text: expect.stringContaining('only 5'),
    })
    writeFileSync(kept, 'nothing')
    expect(await said(env, 'verify', '--known', kept)).toMatchObject({ code: 2 })
    expect(await said(env, 'verify', '--unknown')).toMatchObject({ code: 2 })
    writeFileSync(
      world.config.keyFile,
      'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
    )
    expect(await said(env, 'verify')).toMatchObject({ code: 1, text: expect.stringContaining('is not the one') })
    expect(await said(env, 'verify', db.file)).toMatchObject({ code: 0 })
  })

  it('makes a new key only while Stet is stopped', async () => {
    const { world, db } = await exported()
    const env = { DATA_DIR: world.config.dataDir }
    const before = readFileSync(world.config.keyFile, 'utf8')
    expect(await said(env, 'new-key')).toMatchObject({ code: 3, text: expect.stringContaining('already running') })
    expect(readFileSync(world.config.keyFile, 'utf8')).toBe(before)
    expect(await said({ DATA_DIR: '/nowhere' }, 'new-key')).toMatchObject({ code: 4 })
    db.close()
    expect(await said(env, 'new-key')).toMatchObject({
      code: 0,
      text: expect.stringContaining('The old key has signed'),
    })
    expect(await said(env, 'verify')).toMatchObject({
      code: 0,
      text: expect.stringContaining('2 of 2 checkpoints hold'),
    })
  })
})

it('hands out the verifier and leaves the connection as it was', async () => {
  const news = await newsroom()
  const { cookie } = await news.as(news.edith)
  const server = news.app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  const again: boolean[] = []
  for (const path of ['/history/verifier.mjs', '/history/proof']) {
    const asked = get({ host: '127.0.0.1', port, path, agent, headers: { cookie } })
    const [answer]: IncomingMessage[] = await once(asked, 'response')
    answer?.resume()
    if (answer) await once(answer, 'close')
    await setTimeout(50)
    again.push(asked.reusedSocket)
  }
  expect(again).toEqual([false, true])
})
