import { StartRefused } from './errors.ts'
import { serve } from './serve.ts'

// What is made here is read by this user alone, also in a folder that others may open.
process.umask(0o077)
try {
  await serve(process.env)
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
