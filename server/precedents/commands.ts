import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { BadSettings } from '../errors.ts'
import { matchTables } from './matching/match-command.ts'

const use =
  'Use it as: npm run --silent stet -- match --checks claims.tsv --queries queries.tsv [--text-only] [--no-dates]'

/** What can be asked of precedents without a newsroom: no database is opened. */
export const precedentCommands: Record<string, Command> = {
  match: {
    takes: '--checks <file> --queries <file>',
    does: 'Reads checks (claim_id, date, speaker, title, claim) and questions (query_id, event_date, speaker, prev, text, next), tab-separated with a header, and writes for each question at most 20 lines: its id, the id of a check, and how likely it is that the check is about it (0 to 1). With --no-dates dates count for nothing, with --text-only nothing but the words does.',
    run: (_config, words, { say }) => {
      const { checks, queries, ...options } = optionsOf(words)
      const scope = options['text-only'] ? 'text' : options['no-dates'] ? 'undated' : 'all'
      if (checks === undefined || queries === undefined) throw new BadSettings(use)
      for (const line of matchTables({ checks, queries, scope })) say(line)
      return 0
    },
  },
}

function optionsOf(words: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({ args: words, options: { checks: text, queries: text, 'text-only': flag, 'no-dates': flag } })
      .values
  } catch {
    throw new BadSettings(use)
  }
}
