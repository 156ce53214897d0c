import { readReading } from '../../server/articles/reading.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { setCandidateAside } from '../../server/finding/decide.ts'
import { type Stage, personOf } from './newsroom.ts'
import type { Told } from './take-in.ts'

/** On Friday a checker looks at the first claims that are proposed in an article, and sets two of them aside. */
export async function lookAtProposals(stage: Stage, [first]: readonly Told[]): Promise<void> {
  if (!first) return
  const { db, clock } = stage
  clock.goTo(4, '16:10')
  const { articleId } = await readClaim(db.reader, first.id)
  const { candidates, text } = await readReading(db.reader, articleId)
  for (const { start, end } of candidates.open.slice(0, 2)) {
    clock.pass()
    const asked = { articleId, versionId: text.versionId, start, end, reason: 'common_knowledge' as const }
    await setCandidateAside(db, personOf(stage, 'junia'), asked)
  }
}
