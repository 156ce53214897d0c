import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Prose that people wrote, a paragraph a line: the sample, the demonstration and the documents of the project as they once were. */
export const prose = (): string[] =>
  readFileSync(join(import.meta.dirname, 'prose.txt'), 'utf8')
    .trim()
    .split('\n')
