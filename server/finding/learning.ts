import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict } from '../errors.ts'
import { record } from '../history/record.ts'
import {
  type LearningRow,
  countDecisions,
  decisionsAfter,
  findLearning,
  keepLearning,
  newestDecision,
} from './learning-store.ts'
import { type SignLearned, fewestDecisions, fewestOfEach, signsLearned } from './learned.ts'
import { type Correction, learn } from './worthiness/correction.ts'

/** How far the newsroom's decisions about proposals rank what is proposed to it. */
export type Learning = {
  isOn: boolean
  /** Whether it moves scores now: switched on, with enough decisions of both kinds. */
  inForce: boolean
  /** Whether there are enough of both kinds. */
  isEnough: boolean
  decisions: number
  /** How many of them the weights come from: the newest. */
  used: { accepted: number; setAside: number }
  /** What each named feature does; nothing before there are enough decisions. */
  signs: SignLearned[]
  switchedAt: string | null
  resetAt: string | null
}

/** What stands about learning, and what the decisions so far would do whether it is on or not. */
export async function readLearning(conn: Conn): Promise<Learning> {
  const { isOn, switchedAt, resetAt, resetAfter } = await said(conn)
  const { decisions, accepted, setAside, correction, signs } = await learnedAfter(conn, resetAfter)
  const isEnough = correction !== undefined
  const used = { accepted, setAside }
  return { isOn, inForce: isOn && isEnough, isEnough, decisions, used, signs, switchedAt, resetAt }
}

/** The correction that moves the scores of this newsroom; undefined while none does. One query while it is off. */
export async function correctionInForce(conn: Conn): Promise<Correction | undefined> {
  const { isOn, resetAfter } = await said(conn)
  return isOn ? (await learnedAfter(conn, resetAfter)).correction : undefined
}

/** Switches learning on or off. Throws Conflict when there are too few decisions to switch it on. */
export function switchLearning(db: Db, person: Person, isOn: boolean): Promise<void> {
  permit(person, 'learning.change')
  return write(db, async (tx) => {
    const before = await said(tx)
    if (before.isOn === isOn) return
    if (isOn && !(await learnFrom(tx, before.resetAfter)).correction) throw new Conflict(tooFew)
    const decisions = await countDecisions(tx, before.resetAfter)
    await keepLearning(tx, { ...before, isOn, switchedAt: tx.now })
    await record(tx, person, 'learning.switched', {}, { on: isOn, decisions })
  })
}

/** Decisions count from now on only, and learning is off until it is switched on again. Nothing happens when none counts. */
export function resetLearning(db: Db, person: Person): Promise<void> {
  permit(person, 'learning.change')
  return write(db, async (tx) => {
    const before = await said(tx)
    const decisions = await countDecisions(tx, before.resetAfter)
    if (decisions === 0 && !before.isOn) return
    const resetAfter = await newestDecision(tx)
    const switchedAt = before.isOn ? tx.now : before.switchedAt
    await keepLearning(tx, { isOn: false, switchedAt, resetAfter, resetAt: tx.now })
    await record(tx, person, 'learning.reset', {}, { decisions })
  })
}

const tooFew = `Learning can be switched on from ${fewestDecisions} decisions on, at least ${fewestOfEach} of them accepted and ${fewestOfEach} set aside.`

const never = { isOn: false, switchedAt: null, resetAfter: 0, resetAt: null }

async function said(conn: Conn): Promise<Omit<LearningRow, 'id'>> {
  const { isOn, switchedAt, resetAfter, resetAt } = (await findLearning(conn)) ?? never
  return { isOn, switchedAt, resetAfter, resetAt }
}

type Learned = {
  decisions: number
  accepted: number
  setAside: number
  correction: Correction | undefined
  signs: SignLearned[]
}

// Some milliseconds of work; and what a newsroom decided long ago says less of it now.
const mostUsed = 500
const known = new WeakMap<Conn, { key: string; learned: Learned }>()

// A decision makes the newest id greater, taking one back makes the count less: both together name what stands.
async function learnedAfter(conn: Conn, after: number): Promise<Learned> {
  const decisions = await countDecisions(conn, after)
  const key = `${after} ${decisions} ${await newestDecision(conn)}`
  const found = known.get(conn)
  if (found?.key === key) return found.learned
  const learned = { ...(await learnFrom(conn, after)), decisions }
  known.set(conn, { key, learned })
  return learned
}

async function learnFrom(conn: Conn, after: number): Promise<Omit<Learned, 'decisions'>> {
  const judged = await decisionsAfter(conn, after, mostUsed)
  const accepted = judged.filter((one) => one.accepted).length
  const setAside = judged.length - accepted
  const isEnough = judged.length >= fewestDecisions && Math.min(accepted, setAside) >= fewestOfEach
  const correction = isEnough ? learn(judged) : undefined
  return { accepted, setAside, correction, signs: correction ? signsLearned(judged, correction) : [] }
}
