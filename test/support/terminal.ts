import type { Terminal } from '../../server/command.ts'

/** Where a command is run in a test: all that it says is kept in `said`, and `input` is what stands on standard input. */
export const terminal = (said: string[], input = ''): Terminal => ({
  say: (line) => void said.push(line),
  complain: (line) => void said.push(line),
  read: () => Promise.resolve(input),
})
