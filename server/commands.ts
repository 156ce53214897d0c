import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Db, openDatabase } from '../db/open.ts'
import { makePasswordLinkByEmail } from './accounts/password-link.ts'
import { backUp } from './backups/backup.ts'
import { systemClock, systemRandom } from './chance.ts'
import type { Command, Say, Terminal } from './command.ts'
import { type Config, readConfig } from './config.ts'
import { BadSettings, DatabaseRefused, StartRefused } from './errors.ts'
import { findingCommands } from './finding/commands.ts'
import { renewKey } from './history/new-key.ts'
import { verifyFile } from './history/verify-file.ts'
import { precedentCommands } from './precedents/commands.ts'
import { release } from './release.ts'
import { searchCommands } from './search/reindex.ts'

/** What `npm run stet -- …` can do. */
export const commands: Record<string, Command> = {
  verify: {
    takes: '[file] [--known notes]',
    does: 'Checks that the history is whole and signed: in the data folder, or in a copy of the database; and against the checkpoints in a file of your own. Works while Stet runs.',
    run: verify,
  },
  backup: {
    takes: '<file>',
    does: 'Copies the database to a new file and looks through the copy. Works while Stet runs.',
    run: (config, [target], { say }) => backUpTo(join(config.dataDir, 'stet.sqlite'), target, say),
  },
  'new-key': {
    takes: '',
    does: 'Makes a new key to sign the history with; the old one signs it and is gone. Stop Stet first.',
    run: (config, _words, { say }) => changeKey(config, say),
  },
  'password-link': {
    takes: '<email>',
    does: 'Makes a link with which that person chooses a new password, for when no admin can sign in. Stop Stet first.',
    run: (config, [email], { say }) => linkForPassword(config, email, say),
  },
  ...searchCommands,
  ...findingCommands,
  ...precedentCommands,
  help: {
    takes: '',
    does: 'Prints this.',
    run: (_config, _words, { say }) => help(say),
  },
}

/** Runs one command and answers with the exit code; what it has to tell is said line by line. */
export async function runCommand(
  env: Record<string, string | undefined>,
  words: string[],
  terminal: Terminal,
): Promise<number> {
  const [name = 'help', ...rest] = words
  const command = commands[name]
  if (!command) {
    terminal.complain(`There is no command “${name}”.`)
    help(terminal.complain)
    return 2
  }
  try {
    return await command.run(readConfig(env), rest, terminal)
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    terminal.complain(error.message)
    return error.exitCode
  }
}

function verify(config: Config, words: string[], { say }: Terminal): Promise<number> {
  const { positionals, values } = wordsOf(words)
  const [copy] = positionals
  const known = values.known === undefined ? undefined : resolve(values.known)
  if (copy) return verifyFile(resolve(copy), say, { known })
  return verifyFile(join(config.dataDir, 'stet.sqlite'), say, { known, keyFile: config.keyFile })
}

function wordsOf(words: string[]) {
  try {
    return parseArgs({ args: words, allowPositionals: true, options: { known: { type: 'string' } } })
  } catch {
    throw new BadSettings('Use it as: npm run stet -- verify [file] [--known notes]')
  }
}

async function linkForPassword(config: Config, email: string | undefined, say: Say): Promise<number> {
  if (!email) throw new BadSettings('Say whose, as in: npm run stet -- password-link ada@example.org')
  const db = await openExisting(config)
  try {
    const code = await makePasswordLinkByEmail(db, email)
    if (code === undefined)
      throw new BadSettings(`Nobody here signs in as ${email}: there is no such account, or it is deactivated.`)
    say('Start Stet and open this within 24 hours. It works once:')
    say(`${config.publicUrl ?? `http://localhost:${config.port}`}/new-password?code=${code}`)
    return 0
  } finally {
    db.close()
  }
}

function openExisting({ dataDir: dir }: Config): Promise<Db> {
  if (!existsSync(join(dir, 'stet.sqlite')))
    throw new DatabaseRefused(`There is no database in ${dir}. Check DATA_DIR.`)
  return openDatabase({ dir, clock: systemClock, random: systemRandom, release })
}

async function changeKey(config: Config, say: Say): Promise<number> {
  const db = await openExisting(config)
  try {
    const { key, signedByOld } = await renewKey({ db, config })
    say(`The history is signed by a new key from now on: ${key.text}`)
    say(
      signedByOld
        ? 'The old key has signed that, and is gone.'
        : 'The old key was not there to sign that: tell those who check your history.',
    )
    return 0
  } finally {
    db.close()
  }
}

async function backUpTo(file: string, target: string | undefined, say: Say): Promise<number> {
  if (!target) throw new BadSettings('Name the file to make, as in: npm run stet -- backup stet-copy.sqlite')
  say(`Copied to ${await backUp(file, target)}, and found the copy sound.`)
  return 0
}

function help(say: Say): number {
  say(`Stet ${release}. Commands: npm run stet -- <command>`)
  for (const [name, { takes, does }] of Object.entries(commands)) {
    say(`  ${`${name} ${takes}`.trimEnd().padEnd(16)} ${does}`)
  }
  say('The settings (DATA_DIR and the others) are those of the server: see the README.')
  return 0
}
