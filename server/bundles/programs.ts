import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textFile } from './file.ts'
import type { BundleFile } from './zip.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')

/** What checks a bundle on another machine; the verifier of the history is the one that is handed out alone too, and stands beside it there. */
export const programs: readonly BundleFile[] = [
  textFile('stet-verifier.mjs', read('../history/verifier.mjs')),
  textFile('verify.mjs', read('verify.mjs').replace('../history/verifier.mjs', './stet-verifier.mjs')),
]
