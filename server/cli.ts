import { text } from 'node:stream/consumers'
import { runCommand } from './commands.ts'

// Copies are read by this user alone.
process.umask(0o077)
process.exitCode = await runCommand(process.env, process.argv.slice(2), {
  say: console.log,
  complain: console.error,
  read: () => text(process.stdin),
})
