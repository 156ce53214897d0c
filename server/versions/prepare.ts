import type { Conn } from '../../db/conn.ts'
import { type Article, type Text, readArticle, readText, refuseTooMany, textHash } from '../articles/article.ts'
import type { Block } from '../articles/words.ts'
import { type PlacedClaim, claimPlaces } from '../claims/place.ts'
import { BadInput } from '../errors.ts'
import { compareApart } from './compare-apart.ts'
import type { Comparison, Fate } from './compare.ts'

export type NewText = { text: string; blocks: Block[] }
/** A claim and what becomes of it in the new text. */
export type Fated = { claim: PlacedClaim; fate: Fate }
/** What taking in a text as a new version would do. Nothing of it is written. */
export type Prepared = {
  article: Article
  /** The version that it was compared with. */
  base: Text
  text: NewText
  comparison: Comparison
  /** The claims that stand in the base, and those that had lost their words before, in the order of the text. */
  claims: Fated[]
  away: Fated[]
}

/** Compares a text with the newest version of an article. Throws NotFound; BadInput for the same text, and for what cannot be compared. */
export async function prepareVersion(conn: Conn, articleId: number, text: NewText): Promise<Prepared> {
  const article = await readArticle(conn, articleId)
  const base = await readText(conn, articleId)
  refuseSame(base, text.text)
  const placed = await claimPlaces(conn, articleId)
  const here = placed.filter(({ standing }) => standing === 'here')
  const lost = placed.filter(({ standing }) => standing === 'lost')
  const comparison = await compareApart({
    before: base.text,
    after: text.text,
    blocks: text.blocks,
    language: article.language,
    sentences: base.sentences.map(({ start, end }) => ({ start, end })),
    claims: here.map(({ id, start, end }) => ({ id, start, end })),
    away: lost.map(({ id, quote, prefix, suffix, start }) => ({ id, quote, prefix, suffix, start })),
  })
  if (typeof comparison === 'string') throw new BadInput({ text: refusals[comparison] })
  refuseTooMany(comparison.sentences.length)
  const fated = (claims: readonly PlacedClaim[], fates: readonly Fate[]): Fated[] =>
    claims.flatMap((claim, index) => {
      const fate = fates[index]
      return fate ? { claim, fate } : []
    })
  const { claims, away } = comparison
  return { article, base, text, comparison, claims: fated(here, claims), away: fated(lost, away) }
}

const refusals = {
  too_long: 'These two texts could not be compared in time, so nothing was taken in. Is this the same article?',
  busy: 'Several texts are being compared just now. Nothing was taken in; send this one again in a few seconds.',
}

/** Throws BadInput when the text is that of the version, to the letter. */
export function refuseSame(base: Text, text: string): void {
  if (textHash(text) === base.sha256)
    throw new BadInput({
      text: `This is the text of version ${base.number} again, to the letter. Nothing was taken in.`,
    })
}
