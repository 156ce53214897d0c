import { StartRefused } from './errors.ts'
import { serve } from './serve.ts'

try {
  await serve(process.env)
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
