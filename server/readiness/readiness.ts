import type { Conn, Tx } from '../../db/conn.ts'
import { BadInput, Conflict } from '../errors.ts'
import { alikeAmong } from '../independence/sketch.ts'
import { type ReadinessItem, type Standing, judgeReadiness } from './rules.ts'
import { findLevels, repliesAskedFor, standingEvidence, standingSearches } from './store.ts'

export type { ReadinessItem } from './rules.ts'

type Known = Partial<Pick<Standing, 'evidence' | 'alike' | 'searched'>>

/**
 * How a claim stands by the newsroom's rules that are not off, judged by stored rows only, those from confidential sources
 * too: so it is for checkers, and not for readers, though its words name no confidential source. What the caller has read
 * already, as somebody who sees everything, is not read again.
 */
export async function readinessOf(conn: Conn, claimId: number, known: Known = {}): Promise<ReadinessItem[]> {
  const levels = await findLevels(conn)
  const needsEvidence = [levels.evidence, levels.weight, levels.both_sides, levels.passages].some(
    (level) => level !== 'off',
  )
  const replies = levels.claimant_asked === 'off' ? [] : await repliesAskedFor(conn, claimId)
  const evidence = known.evidence ?? (needsEvidence ? await standingEvidence(conn, claimId) : [])
  const isWeighed = levels.weight !== 'off' && known.alike === undefined
  return judgeReadiness(levels, {
    evidence,
    alike: isWeighed ? await alikeAmong(conn, idsOf(evidence)) : known.alike,
    searched: known.searched ?? (levels.both_sides === 'off' ? [] : await searchedSides(conn, claimId)),
    asked: replies.filter(({ attemptId }) => attemptId !== null).length,
    hasClaimant: replies.some(({ claimantId }) => claimantId !== null),
  })
}

/**
 * Lets a verdict through, and returns the reason to keep with it: null when nothing warned. Throws Conflict naming what a
 * bar misses, BadInput at `override` when a rule warns and no reason is given.
 */
export async function refuseUnready(tx: Tx, claimId: number, override: string | null): Promise<string | null> {
  const unmet = (await readinessOf(tx, claimId)).filter(({ met }) => !met)
  const barred = unmet.filter(({ level }) => level === 'bar')
  if (barred.length > 0) throw new Conflict(`This claim is not ready for a verdict. ${sentences(barred)}`)
  if (unmet.length > 0 && override === null)
    throw new BadInput({ override: `Say why you give the verdict anyway. ${sentences(unmet)}` })
  return unmet.length > 0 ? override : null
}

const idsOf = (evidence: Standing['evidence']) => [...new Set(evidence.map(({ source }) => source.id))]

const searchedSides = async (conn: Conn, claimId: number) =>
  (await standingSearches(conn, claimId)).map(({ side }) => side)

const sentences = (items: ReadinessItem[]) => items.map(({ missing }) => missing).join(' ')
