import { join, resolve } from 'node:path'
import { backUp } from './backups/backup.ts'
import { type Config, readConfig } from './config.ts'
import { BadSettings, StartRefused } from './errors.ts'
import { verifyFile } from './history/verify-file.ts'
import { release } from './release.ts'

type Say = (line: string) => void
/** A command answers with its exit code. */
type Command = { takes: string; does: string; run: (config: Config, words: string[], say: Say) => Promise<number> }

/** What `npm run stet -- …` can do. */
export const commands: Record<string, Command> = {
  verify: {
    takes: '[file]',
    does: 'Checks that the history is whole: in the data folder, or in a copy of the database. Works while Stet runs.',
    run: (config, [file], say) => verifyFile(file ? resolve(file) : join(config.dataDir, 'stet.sqlite'), say),
  },
  backup: {
    takes: '<file>',
    does: 'Copies the database to a new file and looks through the copy. Works while Stet runs.',
    run: (config, [target], say) => backUpTo(join(config.dataDir, 'stet.sqlite'), target, say),
  },
  help: {
    takes: '',
    does: 'Prints this.',
    run: (_config, _words, say) => help(say),
  },
}

/** Runs one command and answers with the exit code; what it has to tell is said line by line. */
export async function runCommand(env: Record<string, string | undefined>, words: string[], say: Say): Promise<number> {
  const [name = 'help', ...rest] = words
  const command = commands[name]
  if (!command) {
    say(`There is no command “${name}”.`)
    await help(say)
    return 2
  }
  try {
    return await command.run(readConfig(env), rest, say)
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    say(error.message)
    return error.exitCode
  }
}

async function backUpTo(file: string, target: string | undefined, say: Say): Promise<number> {
  if (!target) throw new BadSettings('Name the file to make, as in: npm run stet -- backup stet-copy.sqlite')
  say(`Copied to ${await backUp(file, target)}, and found the copy sound.`)
  return 0
}

function help(say: Say): Promise<number> {
  say(`Stet ${release}. Commands: npm run stet -- <command>`)
  for (const [name, { takes, does }] of Object.entries(commands)) {
    say(`  ${`${name} ${takes}`.trimEnd().padEnd(16)} ${does}`)
  }
  say('The settings (DATA_DIR and the others) are those of the server: see the README.')
  return Promise.resolve(0)
}
