import { write } from '../../db/write.ts'
import { addArticle } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { readReading } from '../../server/articles/reading.ts'
import type { OpenCandidate } from '../../server/finding/open.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { passages } from './passages.ts'

/** Three sentences: two that make a claim, one said by somebody, and an opinion. */
const short =
  'Brennish Transport Minister Ona Brandt told the council on Monday that the bridge had cost 9 million crowns in 2021. The council paid 40 per cent of the price in May 2021. I hope it will be lovely.'

/** Many sentences of many kinds: the passages one after another. */
export const long = () =>
  passages()
    .map(({ text }) => text)
    .join('\n\n')

/** Takes a text in as an article and tells where it is, and what is proposed in it. */
export async function anArticle({ db, cleo }: Newsroom, text = short, language = 'en') {
  const details = {
    title: 'The bridge',
    outlet: null,
    byline: null,
    url: null,
    publishedOn: null,
    kind: 'article' as const,
  }
  const { articleId, versionId } = await write(db, (tx) =>
    addArticle(tx, cleo, { ...details, language, text, blocks: linesAsBlocks(text) }),
  )
  const reading = () => readReading(db.reader, articleId)
  const open = async () => (await reading()).candidates.open
  const form = ({ start, end }: OpenCandidate, decision: object) => ({ text: versionId, start, end, ...decision })
  return { articleId, versionId, reading, open, form, path: `/articles/${articleId}/findings` }
}

/** The one at that place of a list that must be long enough. */
export function nth<T>(list: readonly T[], at: number): T {
  const found = list[at]
  if (found === undefined) throw new Error(`There is no number ${at}`)
  return found
}
