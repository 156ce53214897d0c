import { expect, it } from 'vitest'
import { commands, runCommand } from '../server/commands.ts'
import { harbour } from './evidence/harbour.ts'
import { newsroom } from './support/newsroom.ts'
import { terminal } from './support/terminal.ts'

async function said(env: Record<string, string>, ...words: string[]) {
  const lines: string[] = []
  return { code: await runCommand(env, words, terminal(lines)), text: lines.join('\n') }
}

it('checks the history of the data folder, or of a file', async () => {
  const { db, world } = await newsroom()
  await harbour(db)
  const whole = { code: 0, text: expect.stringContaining('The history is whole: 2 events') }
  expect(await said({ DATA_DIR: world.config.dataDir }, 'verify')).toMatchObject(whole)
  expect(await said({}, 'verify', db.file)).toMatchObject(whole)
})

it('ends with the exit code of what stands in the way', async () => {
  expect(await said({ DATA_DIR: '/nowhere' }, 'verify')).toMatchObject({ code: 4 })
  expect(await said({ PORT: 'x' }, 'verify')).toMatchObject({ code: 2, text: expect.stringContaining('PORT') })
})

it('prints every command when asked for none, or for one that is none', async () => {
  const help = await said({})
  expect(help.code).toBe(0)
  for (const name of Object.keys(commands)) expect(help.text).toContain(name)
  expect(await said({}, 'gossip')).toMatchObject({ code: 2, text: expect.stringContaining('no command “gossip”') })
})
