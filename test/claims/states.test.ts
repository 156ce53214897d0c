import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canMove, canSetAside, moves, movesByHand, returnsTo } from '../../server/claims/states.ts'
import { claimStates } from '../../server/claims/words.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { BadInput, Conflict, Forbidden, NotFound } from '../../server/errors.ts'
import { newsroom } from '../support/newsroom.ts'
import { eventsAbout } from './events.ts'
import { aClaim, anArticle } from './port-ellery.ts'
import { type Real, type Step, walks } from './walk.ts'
import { Expected, type Name, names } from './walk-model.ts'

const edges = [
  'candidate → open',
  'open → checking',
  'checking → open',
  'open → in_review',
  'checking → in_review',
  'open → decided',
  'checking → decided',
  'in_review → checking',
  'in_review → decided',
  'decided → in_review',
  'decided → published',
  'published → checking',
]

describe('the moves of a claim', () => {
  it('are these and no others', () => {
    const all = claimStates.flatMap((from) => claimStates.map((to) => ({ from, to })))
    const allowed = all.filter(({ from, to }) => canMove(from, to)).map(({ from, to }) => `${from} → ${to}`)
    expect(allowed.sort()).toEqual([...edges].sort())
  })

  it('by hand neither reach nor leave a decision or a review', () => {
    for (const from of claimStates)
      for (const to of movesByHand(from)) {
        expect(['candidate', 'open', 'checking']).toContain(from)
        expect(['open', 'checking']).toContain(to)
      }
  })

  it('say what is needed for each', () => {
    for (const move of moves) expect(move.needs.length).toBeGreaterThan(0)
  })

  it('set no decided claim aside, and bring one back as open when nobody wrote down where it was', () => {
    expect(claimStates.filter(canSetAside)).toEqual(['candidate', 'open', 'checking', 'in_review'])
    expect([returnsTo(null), returnsTo('decided'), returnsTo('in_review')]).toEqual(['open', 'open', 'in_review'])
  })
})

async function aRoom(state: 'candidate' | 'open'): Promise<{ real: Real; model: Expected }> {
  const news = await newsroom()
  const { db, ada, edith, cleo, ben, rita } = news
  const claim = await aClaim(db, edith, await anArticle(db, edith), { state })
  const one = (sql: string, ...values: unknown[]) =>
    Number(
      db.writer.sqlite
        .prepare(sql)
        .pluck()
        .get(...values) ?? 999,
    )
  const people = { ada, edith, cleo, ben, rita }
  const ofRound = 'SELECT max(id) FROM verdicts WHERE round_id = ? AND author_id = ?'
  const real: Real = {
    db,
    people,
    claim,
    newest: (table) => one(`SELECT max(id) FROM ${table}`),
    verdictOf: (round, who) => one(ofRound, round, people[who].id),
  }
  const model = new Expected()
  model.state = state
  return { real, model }
}

/** Tries the step in the program and in the model: both do it, or both refuse it and the model has not changed. */
async function tryStep({ words, attempt, expected }: Step, { real, model }: { real: Real; model: Expected }) {
  const before = model.facts()
  const refusal = await refusalOf(() => attempt(real, Object.assign(new Expected(), before)))
  const isAllowed = expected(model)
  const told = `${words}: ${refusal?.message ?? 'done'}`
  expect([told, refusal === undefined]).toEqual([told, isAllowed])
  if (refusal === undefined) return
  expect([Forbidden, Conflict, BadInput, NotFound].some((kind) => refusal instanceof kind)).toBe(true)
  expect(model.facts()).toEqual(before)
}

async function refusalOf(attempt: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await attempt()
    return undefined
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** The claim as it is stored is as the model says: its state, who has it, and its rating. */
async function compare({ real, model }: { real: Real; model: Expected }, words: string): Promise<void> {
  const claim = await readClaim(real.db.reader, real.claim)
  const holder = names.find((name) => real.people[name].id === claim.assignee?.id) ?? null
  const found = { state: claim.state, before: claim.stateBefore, holder, rating: claim.rating?.id ?? null }
  const { state, before, rating } = model
  expect([words, found]).toEqual([words, { state, before, holder: model.holder, rating }])
  expect(claim.decisionId === null).toBe(rating === null)
  if (state === 'published' || state === 'decided') expect(rating).not.toBeNull()
}

const mayDo: Record<string, readonly Name[]> = {
  'claim.publish': ['ada', 'edith'],
  'round.open': ['ada', 'edith'],
  'round.adjudicate': ['ada', 'edith'],
  'proposal.answer': ['ada', 'edith'],
}
const checkers: readonly Name[] = ['ada', 'edith', 'cleo', 'ben']

/**
 * Reads the history of the claim from its beginning: each step goes along the table, by somebody who may, and the end is
 * what is stored. Returns the states it passed.
 */
async function retrace({ real }: { real: Real }, from: string): Promise<Set<string>> {
  const at = { state: from, holder: null as unknown, rating: null as unknown }
  const passed = new Set([from])
  for (const { type, actor, data } of await eventsAbout(real.db, real.claim)) {
    const to = type === 'claim.moved' ? z.string().parse(data['after']) : (moved[type] ?? at.state)
    if (to !== at.state && to !== 'set_aside' && at.state !== 'set_aside')
      checkMove(real, { from: at.state, to, actor })
    at.state = to
    passed.add(to)
    if (type === 'claim.assigned') at.holder = data['after']
    if (type === 'decision.made') at.rating = data['rating']
    if (type === 'correction.made' && data['after'] === null) at.rating = null
  }
  const { state, assignee, rating } = await readClaim(real.db.reader, real.claim)
  expect(at).toEqual({ state, holder: assignee?.id ?? null, rating: rating?.key ?? null })
  return passed
}

function checkMove(real: Real, { from, to, actor }: { from: string; to: string; actor: number | null }): void {
  const move = moves.find((one) => one.from === from && one.to === to)
  const who = names.find((name) => real.people[name].id === actor)
  const isTheirs = move?.needs.some((rule) => (mayDo[rule] ?? checkers).some((one) => one === who))
  expect([from, to, who, isTheirs]).toEqual([from, to, who, true])
}

const moved: Record<string, string> = { 'claim.set_aside': 'set_aside', 'claim.published': 'published' }

describe('random walks through the program, by people of every role', () => {
  const start = fc.constantFrom('open' as const, 'open' as const, 'candidate' as const)

  it('go where the model goes and nowhere else, and the history tells the same', { timeout: 120_000 }, async () => {
    const passed = new Set<string>()
    await fc.assert(
      fc.asyncProperty(start, walks, async (from, walk) => {
        const room = await aRoom(from)
        for (const step of walk) {
          await tryStep(step, room)
          await compare(room, step.words)
        }
        for (const state of await retrace(room, from)) passed.add(state)
      }),
      { numRuns: 30 },
    )
    expect([...passed].sort()).toEqual([...claimStates].sort())
  })
})
