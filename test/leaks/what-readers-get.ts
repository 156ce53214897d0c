import type { Db } from '../../db/open.ts'
import type { Answer, Ask } from './ask.ts'

export type Told = Map<string, string>

/** Everything that somebody who is not signed in can have of the newsroom, by what was asked. */
export async function told(db: Db, ask: Ask, addresses: string[]): Promise<Told> {
  const known = hashesOf(db)
  const answers = await Promise.all(addresses.map(async (path): Promise<[string, Answer]> => [path, await ask(path)]))
  return new Map(answers.map(([asked, answer]) => [asked, known(JSON.stringify(answer))]))
}

/** What of the second is not as in the first, by what was asked. */
export const differences = (one: Told, other: Told): string[] =>
  [...other.keys()]
    .filter((asked) => one.get(asked) !== other.get(asked))
    .map((asked) => `${asked}: ${parting(one.get(asked) ?? '', other.get(asked) ?? '')}`)

function parting(one: string, other: string): string {
  const at = Array.from(one).findIndex((letter, index) => letter !== other[index])
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `“${near(one)}” or “${near(other)}”`
}

/**
 * The hash of the event that made a page is told on purpose: it moves with all that happened before, and says nothing of it. It is taken
 * out by its value, so that no other hash goes along with it.
 */
function hashesOf({ writer: { sqlite } }: Db): (text: string) => string {
  const rows = sqlite.prepare('select hash from editions join events on seq = event_seq order by editions.id')
  const hashes = rows.pluck().all() as Buffer[]
  return (text) =>
    hashes.reduce((read, hash, at) => read.replaceAll(hash.toString('hex'), `«event of edition ${at + 1}»`), text)
}
