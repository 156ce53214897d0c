import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readText, touchSentences } from '../articles/article.ts'
import { Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { anchorOf } from './anchor.ts'
import {
  anchoredIn,
  earlierPlaces,
  findPlace,
  keepPlace,
  onceAnchoredIn,
  placesOfArticle,
  setPlace,
  setStanding,
} from './place-store.ts'

/** A claim and where it is anchored. Offsets are UTF-16 code units of the version. */
export type PlacedClaim = Awaited<ReturnType<typeof placesOfArticle>>[number]
/** A place that a claim had before. */
export type EarlierPlace = Awaited<ReturnType<typeof earlierPlaces>>[number]

/** Where every claim of an article is anchored. One query. */
export const claimPlaces = (conn: Conn, articleId: number): Promise<PlacedClaim[]> => placesOfArticle(conn, articleId)

/** Throws NotFound. */
export const readPlaceOf = async (conn: Conn, id: number): Promise<PlacedClaim> =>
  (await findPlace(conn, id)) ?? missing('claim')

/** The places a claim had before, the newest first. One query. */
export const earlierPlacesOf = (conn: Conn, id: number): Promise<EarlierPlace[]> => earlierPlaces(conn, id)

/** The claims of a version as they were anchored in it, in the order of its text. Two queries. */
export async function claimsInVersion(conn: Conn, versionId: number) {
  const now = await anchoredIn(conn, versionId)
  const once = (await onceAnchoredIn(conn, versionId)).filter((claim) => claim.versionId !== versionId)
  return [...now, ...once].sort((a, b) => a.quoteStart - b.quoteStart || a.quoteEnd - b.quoteEnd || a.id - b.id)
}

type Target = { versionId: number; version: number; text: string; start: number; end: number }

/** Anchors a claim in another version or place, and keeps the place it had. No event: the caller says how it came. */
export async function moveAnchor(tx: Tx, person: Person, claim: PlacedClaim, to: Target): Promise<string> {
  const { id: claimId, versionId, quote, start: quoteStart, end: quoteEnd, prefix, suffix } = claim
  const cut = anchorOf(to.text, to.start, to.end)
  await keepPlace(tx, { claimId, versionId, quote, quoteStart, quoteEnd, prefix, suffix, endedById: person.id })
  const { start, end, ...words } = cut
  await setPlace(tx, claimId, { versionId: to.versionId, quoteStart: start, quoteEnd: end, ...words, standing: 'here' })
  await touchSentences(tx, { versionId: to.versionId, start, end })
  return cut.quote
}

/** Anchors a claim where somebody said that it stands. */
export async function placeIn(tx: Tx, person: Person, claim: PlacedClaim, to: Target): Promise<void> {
  const quote = await moveAnchor(tx, person, claim, to)
  const told = { version: to.version, before: claim.quote, after: quote, start: to.start, end: to.end }
  await record(tx, person, 'claim.anchored', aboutClaim(claim), told)
}

/** Puts a claim whose words are not found into the tray of its article, and tells who checks it, else who made it. */
export async function loseWords(tx: Tx, person: Person, claim: PlacedClaim, version: number): Promise<void> {
  await setStanding(tx, claim.id, 'lost')
  const seq = await record(tx, person, 'claim.lost', aboutClaim(claim), { version })
  const checker = claim.assigneeId ?? claim.addedById
  if (checker !== null) await notify(tx, [checker], 'lost', { seq, claimId: claim.id }, person)
}

/** Where somebody says that a claim stands: `text` is the version they looked at, `was` what they saw the claim anchored by. */
export type Placing = { text: number; start: number; end: number; was: string }

/** The anchor of a claim as forms carry it, so that a lost race shows. */
export const anchorKey = ({ versionId, start, end, standing }: PlacedClaim): string =>
  `${versionId}-${start}-${end}-${standing}`

/**
 * Anchors a claim in the newest version of its article. Throws BadInput for a place that is none, Conflict when a newer
 * version came in, a colleague was quicker, or the claim is published where it stands.
 */
export function placeClaim(db: Db, person: Person, id: number, placing: Placing): Promise<PlacedClaim> {
  permit(person, 'claim.place')
  return write(db, async (tx) => {
    const claim = await readPlaceOf(tx, id)
    const text = await readText(tx, claim.articleId)
    refuseLate(claim, placing.was)
    if (text.versionId !== placing.text) throw new Conflict(newer)
    if (claim.standing === 'here' && claim.state === 'published') throw new Conflict(isPublished)
    const { start, end } = placing
    const { versionId, number: version } = text
    await placeIn(tx, person, claim, { versionId, version, text: text.text, start, end })
    return claim
  })
}

/** Says that the words of a claim are no longer in its article: it stays with its place in the older version. Throws Conflict. */
export function sayGone(db: Db, person: Person, id: number, was: string): Promise<PlacedClaim> {
  permit(person, 'claim.place')
  return write(db, async (tx) => {
    const claim = await readPlaceOf(tx, id)
    refuseLate(claim, was)
    if (claim.standing !== 'lost') throw new Conflict('The claim has not lost its words.')
    const { number: version } = await readText(tx, claim.articleId)
    await setStanding(tx, id, 'gone')
    await record(tx, person, 'claim.gone', aboutClaim(claim), { version })
    return claim
  })
}

const newer =
  'A newer version of the article was taken in meanwhile. Nothing was saved: look for the words in that one.'
const isPublished = 'The claim is published with the words it has. What was published is changed by a correction.'

function refuseLate(claim: PlacedClaim, was: string): void {
  if (anchorKey(claim) !== was)
    throw new Conflict('A colleague has placed this claim meanwhile. Nothing was saved: look at where it stands now.')
}
