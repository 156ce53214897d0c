import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { touchSentences } from '../articles/article.ts'
import { type Reading, readReading } from '../articles/reading.ts'
import { setSentenceAsideIn } from '../articles/triage.ts'
import type { SetAsideReason } from '../articles/words.ts'
import { readClaim } from '../claims/claim.ts'
import { type NewClaim, makeClaimIn } from '../claims/make.ts'
import { bringClaimBack } from '../claims/progress.ts'
import { Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { canonical, record, sha256 } from '../history/record.ts'
import type { OpenCandidate } from './open.ts'
import { claimTakenBack, insertFinding } from './store.ts'
import type { Proposed } from './words.ts'

/** A candidate by its place in the text that somebody saw: the newest of an article, or it is none any more. */
export type Asked = { articleId: number; versionId: number; start: number; end: number }
type Open = { candidate: OpenCandidate; reading: Reading; others: OpenCandidate[] }

/** Makes a claim of a candidate, as it was proposed. Throws Conflict when it is no longer open. */
export async function acceptCandidate(
  db: Db,
  person: Person,
  asked: Asked,
): Promise<{ finding: number; claim: number }> {
  permit(person, 'claim.add')
  const open = await openAt(db.reader, asked)
  return write(db, async (tx) => {
    const claim = (await broughtBack(tx, person, open)) ?? (await makeClaimIn(tx, person, newClaim(open)))
    return { finding: await keepAccepted(tx, person, { ...open, claim }), claim }
  })
}

/**
 * Makes a claim of a candidate as somebody has edited it, and keeps what the program had said with it. A candidate that is no
 * longer open is nobody's loss: the claim is made all the same.
 */
export async function acceptEdited(
  db: Db,
  person: Person,
  { asked, input }: { asked: Asked; input: NewClaim },
): Promise<{ finding?: number; claim: number }> {
  permit(person, 'claim.add')
  const open = await openAt(db.reader, asked).catch(ifConflict)
  return write(db, async (tx) => {
    const claim = await makeClaimIn(tx, person, input)
    return open ? { finding: await keepAccepted(tx, person, { ...open, claim }), claim } : { claim }
  })
}

/** Says that a candidate is nothing to check, and its sentence with it when nothing else is left in that. Throws Conflict as above. */
export async function setCandidateAside(
  db: Db,
  person: Person,
  { reason, ...asked }: Asked & { reason: SetAsideReason },
): Promise<number> {
  permit(person, 'sentence.triage')
  const open = await openAt(db.reader, asked)
  return write(db, async (tx) => {
    const sentence = open.reading.text.sentences[open.candidate.sentence]
    const isLast =
      sentence?.triage === 'untouched' && !open.others.some((other) => other.sentence === open.candidate.sentence)
    if (isLast)
      await setSentenceAsideIn(tx, person, {
        sentence: { ...sentence, articleId: asked.articleId, versionId: asked.versionId },
        reason,
      })
    const row = {
      ...rowOf(person, tx, open),
      decision: 'set_aside' as const,
      reason,
      sentenceId: isLast ? sentence.id : null,
    }
    const finding = await insertFinding(tx, row)
    const { start, end } = asked
    await record(
      tx,
      person,
      'finding.set_aside',
      { article: asked.articleId },
      { finding, start, end, reason, sha256: hashOf(row.proposed) },
    )
    return finding
  })
}

const gone = 'A colleague has decided about this one meanwhile, or made a claim of the same words.'

async function openAt(conn: Conn, { articleId, versionId, start, end }: Asked): Promise<Open> {
  const reading = await readReading(conn, articleId)
  const { open } = reading.candidates
  const isSeen = reading.text.versionId === versionId
  const candidate = isSeen ? open.find((one) => one.start === start && one.end === end) : undefined
  if (!candidate) throw new Conflict(gone)
  return { candidate, reading, others: open.filter((one) => one !== candidate) }
}

function ifConflict(error: unknown): undefined {
  if (!(error instanceof Conflict)) throw error
}

// Accepted, taken back, accepted again: the claim that was made first comes back, and keeps its number.
async function broughtBack(tx: Tx, person: Person, { candidate, reading }: Open): Promise<number | undefined> {
  const { start, end, statement } = candidate
  const { versionId } = reading.text
  const found = await claimTakenBack(tx, { versionId, start, end })
  if (found?.statement !== statement) return undefined
  const claim = await readClaim(tx, found.claimId)
  await bringClaimBack(tx, person, claim, claim.stateBefore ?? 'open')
  await touchSentences(tx, { versionId, start, end })
  return claim.id
}

const newClaim = ({ candidate, reading }: Open): NewClaim => ({
  articleId: reading.article.id,
  versionId: reading.text.versionId,
  quoteStart: candidate.start,
  quoteEnd: candidate.end,
  statement: candidate.statement,
  claimant: candidate.claimant,
  claimantRole: candidate.claimantRole,
  reportedBy: candidate.reportedBy,
  claimedOn: null,
  claimedPlace: null,
  kind: candidate.kind,
  tags: [],
  priority: 2,
  assigneeId: null,
  dueOn: null,
})

async function keepAccepted(tx: Tx, person: Person, { claim, ...open }: Open & { claim: number }): Promise<number> {
  const sentence = open.reading.text.sentences[open.candidate.sentence]
  const row = {
    ...rowOf(person, tx, open),
    decision: 'accepted' as const,
    claimId: claim,
    sentenceId: sentence?.triage === 'untouched' ? sentence.id : null,
  }
  const finding = await insertFinding(tx, row)
  const { start, end, proposed } = row
  const about = aboutClaim({ id: claim, articleId: row.articleId })
  await record(tx, person, 'finding.accepted', about, { finding, start, end, sha256: hashOf(proposed) })
  return finding
}

function rowOf(person: Person, tx: Tx, { candidate, reading }: Open) {
  const { start, end } = candidate
  const place = { articleId: reading.article.id, versionId: reading.text.versionId, start, end }
  return { ...place, proposed: proposedOf(candidate), decidedById: person.id, createdAt: tx.now }
}

const proposedOf = ({
  quote,
  statement,
  kind,
  claimant,
  claimantRole,
  reportedBy,
  confidence,
  reasons,
  signs,
  ...worth
}: OpenCandidate): Proposed => ({
  quote,
  statement,
  kind,
  claimant,
  claimantRole,
  reportedBy,
  confidence,
  ...(worth.model ?? { score: worth.score, level: worth.level }),
  ...(worth.model && worth.model.level !== worth.level ? { shown: worth.level } : {}),
  reasons,
  signs: [...signs],
})

const hashOf = (proposed: Proposed) => sha256(canonical(proposed)).toString('hex')
