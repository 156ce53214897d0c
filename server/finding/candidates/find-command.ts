import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { readDocument } from '../../articles/document.ts'
import { guessLanguage } from '../../articles/languages.ts'
import { splitSentences } from '../../articles/sentences.ts'
import type { Say } from '../../command.ts'
import { BadSettings } from '../../errors.ts'
import { findCandidates } from './find.ts'

const largest = 5_000_000

/** Says the candidates of the text in a file as one JSON value: its language, its text as the offsets count it, and the candidates. */
export async function findIn(path: string | undefined, say: Say): Promise<number> {
  if (!path || !existsSync(path) || !statSync(path).isFile())
    throw new BadSettings('Name the file to read: npm run --silent stet -- find article.txt')
  const bytes = readFileSync(path)
  const read = await readDocument({ name: basename(path), type: '', bytes, isTooLarge: bytes.length > largest })
  if ('problem' in read) throw new BadSettings(read.problem)
  const text = read.text.replaceAll('\r\n', '\n')
  const language = guessLanguage(text)
  const sentences = splitSentences(text, read.blocks, language)
  const candidates = findCandidates(text, { blocks: read.blocks, sentences, language })
  say(JSON.stringify({ language, text, candidates }, null, 2))
  return 0
}
