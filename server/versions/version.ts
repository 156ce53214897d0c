import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { freezeText, readArticle, readText } from '../articles/article.ts'
import { endSignOff } from '../articles/sign-off.ts'
import { claimsInVersion, claimPlaces, loseWords, moveAnchor, placeIn } from '../claims/place.ts'
import { Conflict, missing } from '../errors.ts'
import { carryFindings } from '../finding/carry.ts'
import { record } from '../history/record.ts'
import { compareApart } from './compare-apart.ts'
import { type Anchored, anchoredBy, refuseMoved } from './confirmed.ts'
import { type Prepared, refuseSame } from './prepare.ts'
import { findNumbered, insertDecided, versionsOfArticle } from './store.ts'
import { decidedSentences } from './triaged.ts'

export type VersionLine = Awaited<ReturnType<typeof versionsOfArticle>>[number]
export type OldVersion = NonNullable<Awaited<ReturnType<typeof findNumbered>>>
export type ClaimThen = Awaited<ReturnType<typeof claimsInVersion>>[number]

/** The versions of an article, the newest first. Throws NotFound. */
export async function readVersions(conn: Conn, articleId: number) {
  return { article: await readArticle(conn, articleId), versions: await versionsOfArticle(conn, articleId) }
}

/** A version by its number. Throws NotFound. */
export const readVersion = async (conn: Conn, articleId: number, number: number): Promise<OldVersion> =>
  (await findNumbered(conn, articleId, number)) ?? missing('version of this article')

/** Two versions of an article and what differs; `undefined` when that took too long to find out. Throws NotFound. */
export async function compareVersions(conn: Conn, articleId: number, { from, to }: { from: number; to: number }) {
  const { article, versions } = await readVersions(conn, articleId)
  const [older, newer] = [await readVersion(conn, articleId, from), await readVersion(conn, articleId, to)]
  const nothing = { language: article.language, sentences: [], claims: [], away: [], blocks: [] }
  const compared = await compareApart({ ...nothing, before: older.text, after: newer.text })
  const difference = typeof compared === 'string' ? undefined : compared.difference
  return { article, versions, from: older, to: newer, difference }
}

/** A place that somebody has confirmed for a claim, and the version that the preview was made of. */
export type Confirmed = { base: number; places: { claim: number; start: number; end: number }[] }

/**
 * Takes a prepared text in as the next version. Claims whose words surely stand in it follow, those with a confirmed place
 * go there, the others into the tray. Throws Conflict when the article has changed since the preview.
 */
export function addVersion(db: Db, person: Person, prepared: Prepared, confirmed: Confirmed): Promise<number> {
  permit(person, 'article.addVersion')
  return write(db, async (tx) => {
    const base = await readText(tx, prepared.article.id)
    if (base.versionId !== confirmed.base || base.versionId !== prepared.base.versionId) throw new Conflict(changed)
    refuseSame(base, prepared.text.text)
    const claims = await claimPlaces(tx, prepared.article.id)
    refuseMoved(claims, prepared)
    const anchored = anchoredBy(prepared, confirmed.places)
    const rows = decidedSentences(base, prepared.comparison, anchored)
    const added = await freezeText(tx, person, {
      articleId: prepared.article.id,
      number: base.number + 1,
      ...prepared.text,
    })
    await insertDecided(tx, added.versionId, rows)
    await recordVersion(tx, person, { prepared, anchored, sha256: added.sha256, version: base.number + 1 })
    await anchorClaims(tx, person, {
      anchored,
      text: prepared.text.text,
      versionId: added.versionId,
      version: base.number + 1,
    })
    await carryFindings(tx, { articleId: prepared.article.id, from: base, to: { ...added, ...prepared.comparison } })
    await settleSignOff(tx, person, prepared.article.id)
    return base.number + 1
  })
}

const changed =
  'A colleague has taken in another version meanwhile. Nothing was saved: the text is compared with that one now.'

type Recorded = { prepared: Prepared; anchored: Anchored; sha256: string; version: number }

async function recordVersion(tx: Tx, person: Person, { prepared, anchored, sha256, version }: Recorded) {
  const { sentences, carried } = prepared.comparison
  const kept = carried.filter((from) => from !== null).length
  await record(
    tx,
    person,
    'article.version_added',
    { article: prepared.article.id },
    {
      version,
      sha256,
      sentences: sentences.length,
      kept,
      followed: anchored.exact.map(({ claim, place }) => [claim.id, place.start, place.end]),
      confirmed: anchored.confirmed.length,
      lost: anchored.lost.length,
    },
  )
}

type Anchoring = { anchored: Anchored; text: string; versionId: number; version: number }

async function anchorClaims(tx: Tx, person: Person, { anchored, ...to }: Anchoring): Promise<void> {
  for (const { claim, place } of anchored.exact) await moveAnchor(tx, person, claim, { ...to, ...place })
  for (const { claim, place } of anchored.confirmed) await placeIn(tx, person, claim, { ...to, ...place })
  for (const claim of anchored.lost) await loseWords(tx, person, claim, to.version)
}

// It is no longer true that every sentence was looked at.
async function settleSignOff(tx: Tx, person: Person, articleId: number): Promise<void> {
  const { sentenceCount, lookedAtCount } = await readArticle(tx, articleId)
  if (lookedAtCount < sentenceCount) await endSignOff(tx, person, articleId, 'untouched')
}
