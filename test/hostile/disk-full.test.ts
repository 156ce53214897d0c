import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSnapshot } from '../../db/open.ts'
import { sources } from '../../db/schema/index.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { password } from '../support/newsroom.ts'
import { mayMount, mounted, running, start } from '../support/program.ts'
import { fieldsIn } from './read-page.ts'

type Fields = Record<string, string>

/** Takes all room that is left on that disk. */
function fill(dir: string): string {
  const file = join(dir, 'filler')
  const handle = openSync(file, 'w')
  // What no longer fits in large pieces may fit in small ones.
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) while (isWritten(handle, size));
  closeSync(handle)
  return file
}

function isWritten(handle: number, size: number): boolean {
  try {
    return writeSync(handle, Buffer.alloc(size)) > 0
  } catch {
    return false
  }
}

it.skipIf(!mayMount)(
  'a full disk takes nothing in, loses nothing, and is no matter once there is room',
  async ({ skip }) => {
    const disk = mounted('size=12m', skip)
    const dir = join(disk, 'data')
    let server = await running(start({ DATA_DIR: dir }), /code=\S+\n/)
    const link = new URL(/^http\S+code=\S+/m.exec(server.out())?.[0] ?? '')
    let origin = link.origin
    let cookie = ''
    const post = (path: string, fields: Fields) =>
      fetch(origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie },
        body: new URLSearchParams(fields),
      })
    const get = (path: string) => fetch(origin + path, { headers: { cookie } })
    const account = { name: 'Ada', email: 'ada@example.org', password }
    const made = await post('/setup', { code: link.searchParams.get('code') ?? '', ...account })
    cookie =
      made.headers
        .getSetCookie()
        .find((line) => line.startsWith('stet='))
        ?.split(';')[0] ?? ''
    const source = (title: string) => ({
      title,
      kind: 'record',
      interest: `Said of ${title}: ${'long '.repeat(150)}end`,
    })
    expect((await post('/sources', source('Before'))).status).toBe(303)

    const filler = fill(disk)
    let refused = 0
    const taken: string[] = ['Before']
    for (let time = 0; time < 200 && refused < 5; time++) {
      const answer = await post('/sources', source(`Full ${time}`))
      expect([303, 507]).toContain(answer.status)
      if (answer.status === 303) taken.push(`Full ${time}`)
      else {
        refused++
        const page = await answer.text()
        expect(page).toContain('The disk is full')
        expect(fieldsIn(page).get('interest')).toBe(source(`Full ${time}`).interest)
      }
    }
    expect(refused).toBe(5)
    expect((await post('/sign-in', { email: account.email, password })).status).toBe(507)
    for (const path of ['/', '/articles/1', '/claims.csv', '/sources', '/history'])
      expect((await get(path)).status).toBe(200)

    server.child.kill('SIGTERM')
    expect([await server.ended, /^\s+at /m.test(server.err())]).toEqual([0, false])
    const again = start({ DATA_DIR: dir })
    const code = await Promise.race([
      again.ended,
      running(again).then(
        () => 'running',
        () => 'ended',
      ),
    ])
    if (code !== 'running')
      expect([await again.ended, again.err()]).toEqual([5, expect.stringMatching(/^The disk .+ is full/)])
    again.child.kill('SIGKILL')
    await again.ended

    rmSync(filler)
    server = await running(start({ DATA_DIR: dir }))
    origin = /running at (\S+)/.exec(server.out())?.[1] ?? ''
    expect((await post('/sources', source('After'))).status).toBe(303)
    const { conn, close } = openSnapshot(join(dir, 'stet.sqlite'))
    const stored = (await conn.select({ title: sources.title }).from(sources)).map(({ title }) => title)
    expect(stored).toEqual([...taken, 'After'])
    expect(await verifyChain(conn)).toMatchObject({ ok: true })
    close()
  },
  120_000,
)
