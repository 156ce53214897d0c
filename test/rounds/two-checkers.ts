import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { rated } from '../verdicts/harbour.ts'

/** What is typed into the form of a verdict, with a reason should a rule of the newsroom warn. */
export const typed = {
  rating: rated.false,
  rationale: 'The log shows ships all day.',
  explanation: '',
  override: 'There is one log only.',
  version: 1,
  after: 0,
}

/**
 * A claim that two checkers judge independently, cleo and ben named by edith, with two pieces of evidence; nothing is in yet.
 * `returned`: ben has judged it before, alone, and edith has returned that.
 */
export async function openedRound({ returned = false } = {}) {
  const news = await newsroom()
  const { db, as, cleo, ben, edith, ada, rita } = news
  const { article, claims } = await harbour(db, 2)
  const [claim = 0, other = 0] = claims
  const log = await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
  const tides = await anItem(db, cleo, claim, await aSource(db, 'Tide table'))
  const browsers = {
    cleos: await as(cleo),
    bens: await as(ben),
    ediths: await as(edith),
    adas: await as(ada),
    ritas: await as(rita),
  }
  if (returned) {
    await browsers.bens.post(`/claims/${claim}/verdicts`, { ...typed, rationale: 'Ben, before.' }).expect(303)
    await browsers.ediths.post('/verdicts/1/review', { outcome: 'returned', reason: 'Which ships?' }).expect(303)
  }
  await browsers.ediths.post(`/claims/${claim}/independence`, { independent: 'yes' }).expect(303)
  await browsers.ediths.post(`/claims/${claim}/rounds`, { first: cleo.id, second: ben.id }).expect(303)
  return { ...news, ...browsers, article, claim, other, log, tides, path: `/claims/${claim}/rounds/1` }
}

/** The same with both verdicts in: cleo's on the log alone, ben's on both pieces; of the ratings asked for. */
export async function bothIn(first: number = rated.false, second: number = rated.false) {
  const opened = await openedRound()
  const { claim, cleos, bens, log, tides } = opened
  const cleosSaid = { ...typed, rating: first, rationale: 'Cleo saw ships.', evidence: String(log) }
  const bensSaid = { ...typed, rating: second, rationale: 'Ben counted boats.', evidence: [String(log), String(tides)] }
  await cleos.post(`/claims/${claim}/verdicts`, cleosSaid).expect(303)
  const last = await bens.post(`/claims/${claim}/verdicts`, bensSaid).expect(303)
  return { ...opened, last }
}
