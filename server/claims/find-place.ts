import type { Conn } from '../../db/conn.ts'
import { readText } from '../articles/article.ts'
import { type Anchor, anchorOf } from './anchor.ts'
import { type Context, contextIn, readContext } from './context.ts'
import { type PlacedClaim, anchorKey, readPlaceOf } from './place.ts'
import { type Place, placesFor } from './reanchor.ts'

/** A place of the newest version where a claim may stand, with what is around it. */
export type OfferedPlace = Place & { context: Context }

/** What is needed to place a claim: where it stood, and where it may stand in the newest version. */
export type Placement = {
  claim: PlacedClaim
  /** Its anchor as forms carry it. */
  key: string
  articleTitle: string
  language: string
  /** Where it stood, in the version of that number. */
  stood: Context
  stoodIn: number
  text: { versionId: number; number: number }
  /** The place that somebody has selected, or else those that the words looked for may stand at. */
  places: OfferedPlace[]
  chosen: boolean
}

type Asked = { selected?: { start: number; end: number } | undefined; words?: string | undefined }
type About = { versionNumber: number; articleTitle: string; language: string }

/** Looks for a claim in the newest version: at what was selected, by other words, or by its own. Throws BadInput for a place that is none. */
export async function findPlaceFor(conn: Conn, id: number, about: About, asked: Asked): Promise<Placement> {
  const claim = await readPlaceOf(conn, id)
  const { versionId, number, text, sentences } = await readText(conn, claim.articleId)
  const words = asked.words ?? claim.quote
  const places = asked.selected
    ? [selectedPlace(anchorOf(text, asked.selected.start, asked.selected.end))]
    : placesFor(words, { text, prefix: claim.prefix, suffix: claim.suffix, at: claim.start })
  return {
    claim,
    key: anchorKey(claim),
    articleTitle: about.articleTitle,
    language: about.language,
    stood: await readContext(conn, claim.versionId, claim),
    stoodIn: about.versionNumber,
    text: { versionId, number },
    places: places.map((place) => ({ ...place, context: contextIn(text, sentences, place) })),
    chosen: asked.selected !== undefined,
  }
}

const selectedPlace = ({ start, end }: Anchor): Place => ({ start, end, errors: 0 })
