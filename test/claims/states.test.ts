import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canMove, canSetAside, moves, movesByHand, returnsTo } from '../../server/claims/states.ts'
import { type ClaimState, claimStates } from '../../server/claims/words.ts'

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
})

type Walker = { state: ClaimState; stateBefore: ClaimState | null }
const step = fc.constantFrom<ClaimState | 'back'>(...claimStates, 'back')

function walk({ state, stateBefore }: Walker, to: ClaimState | 'back'): Walker {
  if (to === 'back')
    return state === 'set_aside' ? { state: returnsTo(stateBefore), stateBefore: null } : { state, stateBefore }
  if (to === 'set_aside') return canSetAside(state) ? { state: to, stateBefore: state } : { state, stateBefore }
  return canMove(state, to) ? { state: to, stateBefore } : { state, stateBefore }
}

describe('random walks', () => {
  it('go along the edges only, and what was set aside comes back to where it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ClaimState>('candidate', 'open'),
        fc.array(step, { maxLength: 40 }),
        (start, steps) => {
          let at: Walker = { state: start, stateBefore: null }
          let leftFrom: ClaimState | null = null
          for (const to of steps) {
            const next = walk(at, to)
            if (next.state !== at.state && next.state !== 'set_aside' && at.state !== 'set_aside')
              expect(edges).toContain(`${at.state} → ${next.state}`)
            if (next.state === 'set_aside' && at.state !== 'set_aside') leftFrom = at.state
            if (at.state === 'set_aside' && next.state !== 'set_aside') expect(next.state).toBe(leftFrom)
            if (next.state === 'published' && at.state !== 'published') expect(at.state).toBe('decided')
            at = next
          }
        },
      ),
    )
  })

  it('never set a decided claim aside', () => {
    expect(canSetAside('decided')).toBe(false)
    expect(canSetAside('published')).toBe(false)
    expect(canSetAside('set_aside')).toBe(false)
  })

  it('bring a claim back as open when nobody wrote down where it was', () => {
    expect(returnsTo(null)).toBe('open')
    expect(returnsTo('decided')).toBe('open')
  })
})
