import { existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../../server/commands.ts'
import { emptyFolder } from '../support/folder.ts'
import { running, start } from '../support/program.ts'
import { terminal } from '../support/terminal.ts'

async function once(env: Record<string, string>): Promise<string> {
  const started = await running(start(env))
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  return started.out()
}

it('makes the key on the first start, and serves without it later, saying so', async () => {
  const dir = emptyFolder()
  const elsewhere = join(emptyFolder(), 'signing.key')
  const env = { DATA_DIR: dir, KEY_FILE: elsewhere }
  expect(await once(env)).not.toContain('not signed')
  expect(statSync(elsewhere).mode & 0o777).toBe(0o600)
  expect(existsSync(join(dir, 'stet.key'))).toBe(false)
  renameSync(elsewhere, `${elsewhere}.away`)
  const lines = (await once(env)).split('\n').filter((line) => line.includes('not signed'))
  expect(lines).toEqual([expect.stringMatching(/^The key file .+ is missing, so the history is not signed: .+\.$/)])
  expect(existsSync(elsewhere)).toBe(false)
  const copy = join(dir, 'copy.sqlite')
  expect(await runCommand(env, ['backup', copy], terminal([]))).toBe(0)
  expect(await runCommand({}, ['verify', copy], terminal([]))).toBe(0)
})
