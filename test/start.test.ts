import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { emptyFolder, open } from './support/folder.ts'
import { type Started, mayMount, mounted, running, start } from './support/program.ts'

/** Expects the program to end by itself with that code and a sentence like that, and nothing a programmer would write. */
async function refuses(started: Started, code: number, sentence: RegExp): Promise<void> {
  expect([await started.ended, started.err()]).toEqual([code, expect.stringMatching(sentence)])
  expect(started.err()).not.toMatch(/^\s+at |node:internal|SqliteError|Error:/m)
  expect(started.err().trim().split('\n').length).toBeLessThanOrEqual(2)
}

/** A folder that has been served before. */
async function served(): Promise<string> {
  const dir = emptyFolder()
  const db = await open(dir)
  db.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return dir
}

const remove = (dir: string) => {
  for (const end of ['', '-wal', '-shm']) rmSync(join(dir, `stet.sqlite${end}`), { force: true })
}

it('settings that are wrong end the start with 2, each in a line', async () => {
  const env = { DATA_DIR: emptyFolder(), PORT: 'abc', LOG_LEVEL: 'loud' }
  await refuses(
    start(env),
    2,
    /^PORT must be a port number, 0 to 65535 \(it is "abc"\)\.\nLOG_LEVEL must be one of .+\.\n$/,
  )
})

it('a second server on the same data ends with 3', async () => {
  const dir = emptyFolder()
  await running(start({ DATA_DIR: dir }))
  await refuses(start({ DATA_DIR: dir }), 3, /^Another Stet is already running on .+\. Stop it first/)
})

describe('a database that cannot be trusted ends the start with 4', () => {
  const cases: [name: string, spoil: (dir: string, file: string) => void, sentence: RegExp][] = [
    ['lost', remove, /is missing or empty, although this folder has held one before/],
    ['emptied', (_dir, file) => truncateSync(file), /is missing or empty/],
    ['cut short', (_dir, file) => truncateSync(file, 3 * 4096), /is damaged/],
    ['of noise', (_dir, file) => writeFileSync(file, 'noise '.repeat(2_000)), /is damaged, or not a database/],
    [
      'of another program',
      (dir, file) => {
        remove(dir)
        new Database(file).exec('CREATE TABLE letters (id)').close()
      },
      /was not made by Stet/,
    ],
    [
      'of a later release',
      (_dir, file) => {
        const newer = new Database(file)
        newer.pragma('user_version = 99')
        newer.exec("INSERT INTO migrations VALUES (99, 'later', '', '7.1.0', '2031-01-01')").close()
      },
      /was made by Stet 7\.1\.0/,
    ],
  ]
  it.each(cases)('%s', async (_name, spoil, sentence) => {
    const dir = await served()
    spoil(dir, join(dir, 'stet.sqlite'))
    await refuses(start({ DATA_DIR: dir }), 4, sentence)
  })

  it('damaged in the middle: found while it runs, and nothing more is written to it', async () => {
    const dir = await served()
    const file = join(dir, 'stet.sqlite')
    const bytes = readFileSync(file)
    for (let page = 6; page * 4096 < bytes.length; page += 3) bytes.fill(0xa5, page * 4096, page * 4096 + 2048)
    writeFileSync(file, bytes)
    await refuses(start({ DATA_DIR: dir }), 4, /is damaged/)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('put back from a copy and lost again: the folder knows that it has held one', async () => {
    const [old, dir] = [await served(), emptyFolder()]
    writeFileSync(join(dir, 'stet.sqlite'), readFileSync(join(old, 'stet.sqlite')))
    const first = await running(start({ DATA_DIR: dir }))
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    remove(dir)
    await refuses(start({ DATA_DIR: dir }), 4, /although this folder has held one before/)
  })
})

describe('a folder that cannot be used ends the start with 5', () => {
  it('a file', async () => {
    const file = join(emptyFolder(), 'data')
    writeFileSync(file, '')
    await refuses(start({ DATA_DIR: file }), 5, /^The data folder .+ cannot be written to/)
    await refuses(start({ DATA_DIR: join(file, 'deeper') }), 5, /^The data folder .+ cannot be written to/)
  })

  const nobody = 65_534
  it.skipIf(!mayMount)('of another user, or holding files of another user', async () => {
    const closed = await served()
    chmodSync(closed, 0o700)
    await refuses(start({ DATA_DIR: closed }, nobody), 5, /^The data folder .+ cannot be written to/)
    for (const name of ['stet.sqlite', 'stet.lock']) {
      const dir = await served()
      for (const file of ['stet.sqlite', 'stet.lock', 'stet.instance']) chownSync(join(dir, file), nobody, nobody)
      chownSync(dir, nobody, nobody)
      chownSync(join(dir, name), 0, 0)
      chmodSync(join(dir, name), 0o600)
      await refuses(start({ DATA_DIR: dir }, nobody), 5, new RegExp(`${name} cannot be written to`))
    }
  })

  it.skipIf(!mayMount)('of a disk that is read-only, or full', async ({ skip }) => {
    const readOnly = mounted('size=4m', skip)
    writeFileSync(join(readOnly, 'x'), '')
    execFileSync('mount', ['-o', 'remount,ro', readOnly])
    await refuses(start({ DATA_DIR: readOnly }), 5, /^The data folder .+ cannot be written to/)
    const full = mounted('size=96k', skip)
    await refuses(start({ DATA_DIR: join(full, 'data') }), 5, /^The disk that holds .+ is full/)
  })
})

describe('a port that cannot be used ends the start with 6', () => {
  it('taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    onTestFinished(() => void taken.close())
    // A server that listens on a port has an AddressInfo.
    const { port } = taken.address() as AddressInfo
    const env = { DATA_DIR: emptyFolder(), PORT: String(port) }
    await refuses(start(env), 6, new RegExp(`^Port ${port} is already in use\\. .*PORT=${port + 1} npm start`))
  })

  it('of an address that is not here', async () => {
    await refuses(start({ DATA_DIR: emptyFolder(), HOST: '203.0.113.9' }), 6, /^Stet cannot listen on 203\.0\.113\.9/)
    await refuses(start({ DATA_DIR: emptyFolder(), HOST: 'no such host' }), 6, /^Stet cannot listen on no such host/)
  })
})

it('keeps what it makes to its own user', async () => {
  const dir = emptyFolder()
  chmodSync(dir, 0o755)
  const started = await running(start({ DATA_DIR: dir }))
  for (const name of readdirSync(dir)) expect([name, statSync(join(dir, name)).mode & 0o077]).toEqual([name, 0])
  started.child.kill('SIGTERM')
  expect([await started.ended, started.err()]).toEqual([0, ''])
})
