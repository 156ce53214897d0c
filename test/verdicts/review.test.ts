import { describe, expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { historyOf } from '../../server/history/history.ts'
import { approveVerdict } from '../../server/verdicts/review.ts'
import { verdictsOf } from '../../server/verdicts/verdict.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { aVerdict, rated } from './harbour.ts'

async function waitingVerdict() {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const [claim = 0] = claims
  const { verdictId } = await aVerdict(news.db, news.cleo, claim, { explanation: 'See **both** logs.' })
  return { ...news, claim, verdict: verdictId, path: `/verdicts/${verdictId}/review`, bens: await news.as(news.ben) }
}

describe('approving', () => {
  it('makes the verdict the decision, agreed by two, with both names', async () => {
    const { db, ben, claim, path, bens } = await waitingVerdict()
    await bens.post(path, { outcome: 'approved' }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided', rating: { key: 'false' } })
    const [verdict] = await verdictsOf(db.reader, { id: 0 }, claim)
    expect(verdict?.decision).toMatchObject({ number: 1, basis: 'agreed' })
    expect(verdict?.review).toMatchObject({ outcome: 'approved', reviewer: { id: ben.id, name: 'Ben' } })
    const { text } = await bens.get(`/claims/${claim}`)
    expect(text).toContain('Decision 1: agreed by two people.')
    expect(text).toContain('<strong>both</strong>')
  })

  it('leads on to the next verdict that waits, and nowhere when none does', async () => {
    const { db, cleo, path, bens } = await waitingVerdict()
    const { claims } = await harbour(db)
    const { verdictId: other } = await aVerdict(db, cleo, claims[0] ?? 0)
    const told = async (review: string) => {
      const { headers } = await bens.post(review, { outcome: 'approved' }).expect(303)
      return decodeURIComponent(/notice=([^;]*)/.exec(String(headers['set-cookie']))?.[1] ?? '').split('\n')
    }
    const approved = 'Approved: this is the decision now.'
    expect(await told(path)).toEqual([approved, `/verdicts/${other}/review`, 'Review the next verdict'])
    expect(await told(`/verdicts/${other}/review`)).toEqual([approved])
  })

  it('is told in the history, step by step', async () => {
    const { db, ben, claim, path, bens } = await waitingVerdict()
    await bens.post(path, { outcome: 'approved' }).expect(303)
    const lines = await historyOf(db.reader, ben, { claim }, { limit: 9 })
    expect(lines.map(({ type }) => type).reverse()).toEqual([
      'claim.added',
      'verdict.given',
      'claim.moved',
      'verdict.approved',
      'decision.made',
      'claim.moved',
    ])
  })

  it('is done once', async () => {
    const { db, claim, path, edith, as, bens } = await waitingVerdict()
    const ediths = await as(edith)
    const answers = await Promise.all([bens, ediths].map((one) => one.post(path, { outcome: 'approved' })))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409])
    expect(answers.find(({ status }) => status === 409)?.text).toContain('was approved already')
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'decided', decisionId: 1 })
  })
})

describe('returning', () => {
  it('needs a reason, and brings the claim back to checking', async () => {
    const { db, claim, path, bens } = await waitingVerdict()
    const none = await bens.post(path, { outcome: 'returned', reason: ' ' }).expect(422)
    expect(none.text).toContain('Say why you return it')
    await bens.post(path, { outcome: 'returned', reason: 'Which ships?' }).expect(303)
    expect(await readClaim(db.reader, claim)).toMatchObject({ state: 'checking', decisionId: null })
    const { text } = await bens.get(`/claims/${claim}`)
    expect(text).toContain('Returned for more work')
    expect(text).toContain('Which ships?')
  })

  it('leaves the next verdict to be reviewed, and the returned one readable', async () => {
    const { db, cleo, claim, path, bens } = await waitingVerdict()
    await bens.post(path, { outcome: 'returned', reason: 'Which ships?' }).expect(303)
    const { verdictId } = await aVerdict(db, cleo, claim, { rationale: 'Three trawlers all day.' })
    await bens.post(`/verdicts/${verdictId}/review`, { outcome: 'approved' }).expect(303)
    const { text } = await bens.get(`/claims/${claim}`)
    expect(text).toContain('Which ships?')
    expect(text).toContain('Three trawlers all day.')
  })
})

describe('who may review', () => {
  it('is never the author, whatever their role', async () => {
    const { db, as, cleo, ada, claim, verdict, path } = await waitingVerdict()
    const cleos = await as(cleo)
    const refused = await cleos.post(path, { outcome: 'approved' }).expect(403)
    expect(refused.text).toContain('verdict.review')
    expect(refused.text).toContain('by a checker or editor who did not give it')
    const { verdictId } = await aVerdict(db, ada, claim)
    const adas = await as(ada)
    await adas.post(`/verdicts/${verdictId}/review`, { outcome: 'approved' }).expect(403)
    expect((await adas.get(`/claims/${claim}`)).text).not.toContain('Approve</button>')
    await expect(write(db, (tx) => approveVerdict(tx, ada, verdictId))).rejects.toThrow(/reviews_not_own/)
    expect(verdict).toBeGreaterThan(0)
  })

  it('is no reader', async () => {
    const { as, rita, path } = await waitingVerdict()
    const ritas = await as(rita)
    await ritas.post(path, { outcome: 'approved' }).expect(403)
    expect((await ritas.get(path).expect(200)).text).not.toContain('Approve</button>')
  })
})

describe('what can be reviewed', () => {
  it('is only the newest verdict', async () => {
    const { db, cleo, claim, path, bens } = await waitingVerdict()
    await aVerdict(db, cleo, claim, { ratingId: rated.unproven })
    const late = await bens.post(path, { outcome: 'approved' }).expect(409)
    expect(late.text).toContain('Verdict 2 has taken the place of this one')
    expect(late.text).not.toContain('Approve</button>')
  })

  it('is a verdict that exists', async () => {
    const { bens } = await waitingVerdict()
    await bens.get('/verdicts/99/review').expect(404)
    await bens.post('/verdicts/99/review', { outcome: 'approved' }).expect(404)
    await bens.post('/verdicts/x/review', { outcome: 'approved' }).expect(404)
  })

  it('is shown with the claim, its quote and its evidence', async () => {
    const { db, cleo, claim, path, bens } = await waitingVerdict()
    await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
    const { text } = await bens.get(path).expect(200)
    expect(text).toContain('Harbour log')
    expect(text).toContain('Ships all day.')
    expect(text).toContain('Approve</button>')
    const piece = await bens.get(path).set('HX-Request-Type', 'partial')
    expect(piece.text.trim()).toMatch(/^<section id="claim-1"/)
  })
})
