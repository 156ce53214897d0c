import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readText } from '../articles/article.ts'
import { returnSentenceIn } from '../articles/triage.ts'
import { type ClaimRecord, readClaim } from '../claims/claim.ts'
import { setClaimAside } from '../claims/progress.ts'
import { countStanding, evidenceOf } from '../evidence/evidence.ts'
import { Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { endFinding, findFinding, hasOtherClaim, placeOfFinding } from './store.ts'

/** Throws NotFound. */
export const readFinding = async (conn: Conn, id: number): Promise<Finding> =>
  (await findFinding(conn, id)) ?? missing('decision')

type Finding = NonNullable<Awaited<ReturnType<typeof findFinding>>>

/**
 * Takes a decision about a candidate back: it waits again. The claim that was made of it is set aside, for numbers are never
 * given twice. Throws Conflict when somebody has worked on that claim. Nothing happens the second time.
 */
export function takeBack(db: Db, person: Person, id: number): Promise<Finding> {
  permit(person, 'claim.add')
  return write(db, async (tx) => {
    const finding = await readFinding(tx, id)
    if (finding.takenBackAt !== null) return finding
    const claim = finding.claimId === null ? undefined : await readClaim(tx, finding.claimId)
    if (claim) await undoClaim(tx, person, claim)
    await undoSentence(tx, person, finding)
    await endFinding(tx, id)
    const about = claim ? aboutClaim(claim) : { article: finding.articleId }
    await record(tx, person, 'finding.taken_back', about, { finding: id, decision: finding.decision })
    return finding
  })
}

const why = 'Accepted by mistake; taken back.'

async function undoClaim(tx: Tx, person: Person, claim: ClaimRecord): Promise<void> {
  const evidence = countStanding(await evidenceOf(tx, person, claim.id))
  const isNew = claim.version === 1 && (claim.state === 'open' || claim.state === 'candidate') && evidence === 0
  if (!isNew && claim.state !== 'set_aside')
    throw new Conflict(
      `Somebody has worked on claim ${claim.number} since, so it stays. Set the claim aside if it is not to be checked.`,
    )
  if (claim.state !== 'set_aside') await setClaimAside(tx, person, claim, why)
}

// The sentence is as it was, unless another claim was made of it meanwhile, or a newer version has it no more.
async function undoSentence(tx: Tx, person: Person, { id, articleId, sentenceId, claimId }: Finding): Promise<void> {
  if (sentenceId === null) return
  const { versionId, sentences } = await readText(tx, articleId)
  const place = await placeOfFinding(tx, id, versionId)
  const sentence = place && sentences.find(({ start, end }) => start < place.end && place.start < end)
  if (!sentence || sentence.triage === 'untouched') return
  const { start, end } = sentence
  if (await hasOtherClaim(tx, { versionId, start, end }, claimId ?? 0)) return
  await returnSentenceIn(tx, person, { ...sentence, articleId, versionId })
}
