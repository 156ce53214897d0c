import { runCommand } from './commands.ts'

process.exitCode = await runCommand(process.env, process.argv.slice(2), console.log)
