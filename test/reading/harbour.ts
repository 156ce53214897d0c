import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { addArticle } from '../../server/articles/article.ts'
import { addClaim } from '../../server/claims/make.ts'

export const text = [
  'A harbour in doubt',
  'The harbour master spoke on Tuesday. “We dredged 🚢 all spring. Nobody complained,” she said.',
  'The council disagrees. It is a matter of taste.',
  'What will the winter bring?',
].join('\n\n')

const kinds = ['heading', 'paragraph', 'quotation', 'item'] as const

/** Every block of the text is of another kind; the sentences are: title, 3 of the paragraph, 2 and 1. */
export async function anArticle(db: Db, person: Person, language = 'en') {
  let at = 0
  const blocks = text.split('\n\n').map((line, index) => {
    const start = text.indexOf(line, at)
    at = start + line.length
    return { kind: kinds[index] ?? 'paragraph', start, end: at }
  })
  const details = { title: 'Port Ellery argues', outlet: 'The Bell', byline: 'R. Gull', url: null }
  const input = { ...details, publishedOn: '2025-04', language, kind: 'article' as const, text, blocks }
  const { articleId, versionId } = await write(db, (tx) => addArticle(tx, person, input))
  const claim = (words: string) => aClaim(db, person, { articleId, versionId, words })
  return { articleId, versionId, claim }
}

type Place = { articleId: number; versionId: number; words: string }

function aClaim(db: Db, person: Person, { articleId, versionId, words }: Place): Promise<number> {
  const { start, end } = placeOf(words)
  const nothing = { claimant: null, claimantRole: null, reportedBy: null, claimedOn: null, claimedPlace: null }
  const rest = { kind: 'event' as const, tags: [], priority: 2 as const, assigneeId: null, dueOn: null, ...nothing }
  const at = { articleId, versionId, quoteStart: start, quoteEnd: end }
  return write(db, (tx) => addClaim(tx, person, { ...at, statement: `It is said: ${words}`, ...rest }))
}

/** Where words stand in the text, in UTF-16 code units. */
export function placeOf(words: string): { start: number; end: number } {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`The text does not hold “${words}”`)
  return { start, end: start + words.length }
}
