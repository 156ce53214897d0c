import type { ClaimState } from '../../server/claims/words.ts'

export const names = ['ada', 'edith', 'cleo', 'ben', 'rita'] as const
export type Name = (typeof names)[number]

const isChecker = (who: Name) => who !== 'rita'
const isEditor = (who: Name) => who === 'ada' || who === 'edith'

type Verdict = { by: Name; rating: number; reviewed: boolean; round: number | null }
type Round = { id: number; two: readonly [Name, Name]; ended: 'both_in' | 'called_off' | null; settled: boolean }

/** What a claim should be like, told a second time and without the program: each act says whether it may be done, and does it. */
export class Expected {
  state: ClaimState = 'open'
  before: ClaimState | null = null
  holder: Name | null = null
  rating: number | null = null
  verdicts: Verdict[] = []
  independent = false
  round: Round | null = null
  proposal: { by: Name; kind: 'correction' | 'withdrawal'; rating: number } | null = null

  /** What it is like now, to compare with later. */
  facts(): Record<string, unknown> {
    return structuredClone(Object.fromEntries(Object.entries(this)))
  }

  give(who: Name, to: Name | null): boolean {
    if (!isChecker(who) || this.state === 'set_aside') return false
    if (to === this.holder) return true
    if (!isEditor(who) && !(to === who && this.holder === null) && !(to === null && this.holder === who)) return false
    if (to === 'rita') return false
    this.holder = to
    if (to === who && this.state === 'open') this.state = 'checking'
    if (to === null && this.state === 'checking') this.state = 'open'
    return true
  }

  handOver(who: Name, from: Name, to: Name): boolean {
    if (!isEditor(who) || from === to || to === 'rita' || this.holder !== from) return false
    if (['decided', 'published', 'set_aside'].includes(this.state)) return false
    this.holder = to
    if (to === who && this.state === 'open') this.state = 'checking'
    return true
  }

  move(who: Name, to: ClaimState): boolean {
    if (!isChecker(who)) return false
    if (to === 'set_aside') return this.#setAside()
    if (this.state === 'set_aside') return to === this.before && this.#bringBack(to)
    if (!['candidate open', 'open checking', 'checking open'].includes(`${this.state} ${to}`)) return false
    this.state = to
    return true
  }

  #setAside(): boolean {
    if (['decided', 'published', 'set_aside'].includes(this.state)) return false
    this.before = this.state
    this.state = 'set_aside'
    return true
  }

  #bringBack(to: ClaimState): boolean {
    this.state = to
    this.before = null
    return true
  }

  judge(who: Name, rating: number): boolean {
    if (!isChecker(who) || this.#isClosed) return false
    const round = this.round?.ended === null ? this.round : null
    if (round ? !round.two.includes(who) : this.independent) return false
    this.verdicts.push({ by: who, rating, reviewed: false, round: round?.id ?? null })
    if (round && !round.two.every((one) => this.#inRound(round, one))) return true
    if (round) round.ended = 'both_in'
    this.state = 'in_review'
    return true
  }

  review(who: Name, outcome: 'approved' | 'returned'): boolean {
    const verdict = this.verdicts.at(-1)
    if (!verdict || !isChecker(who) || verdict.by === who) return false
    if (verdict.reviewed || verdict.round !== null || this.state !== 'in_review') return false
    verdict.reviewed = true
    if (outcome === 'returned') this.state = 'checking'
    else this.#decide(verdict.rating)
    return true
  }

  publish(who: Name): boolean {
    if (!isEditor(who) || this.state !== 'decided') return false
    this.state = 'published'
    return true
  }

  propose(who: Name, kind: 'correction' | 'withdrawal', rating: number): boolean {
    if (!isChecker(who) || this.state !== 'published' || this.proposal) return false
    this.proposal = { by: who, kind, rating }
    return true
  }

  answer(who: Name, outcome: 'approved' | 'returned'): boolean {
    const { proposal } = this
    if (!proposal || !isEditor(who) || proposal.by === who) return false
    this.proposal = null
    if (outcome === 'returned') return true
    if (proposal.kind === 'correction') {
      this.verdicts.push({ by: proposal.by, rating: proposal.rating, reviewed: true, round: null })
      this.rating = proposal.rating
      return true
    }
    this.rating = null
    this.state = 'checking'
    return true
  }

  judgeByTwo(who: Name, independent: boolean): boolean {
    if (!isEditor(who)) return false
    this.independent = independent
    return true
  }

  openRound(who: Name, one: Name, other: Name): boolean {
    if (!isEditor(who) || this.#isClosed || !this.independent) return false
    if (this.round?.ended === null || one === other || one === 'rita' || other === 'rita') return false
    this.round = { id: (this.round?.id ?? 0) + 1, two: [one, other], ended: null, settled: false }
    if (this.state !== 'decided') this.state = 'checking'
    return true
  }

  callOff(who: Name): boolean {
    if (!this.round || this.round.ended !== null || !isEditor(who) || this.round.two.includes(who)) return false
    this.round.ended = 'called_off'
    return true
  }

  /** Agrees where the two ratings are the same, decides for the first where they differ. */
  settle(who: Name): boolean {
    const { round } = this
    if (round?.ended !== 'both_in' || round.settled || this.state !== 'in_review') return false
    if (this.verdicts.at(-1)?.round !== round.id) return false
    const [one, other] = round.two.map((name) => this.#inRound(round, name)?.rating)
    if (one === undefined || other === undefined) return false
    if (one === other ? !isChecker(who) : !isEditor(who) || round.two.includes(who)) return false
    round.settled = true
    this.#decide(one)
    return true
  }

  get isSame(): boolean {
    const { round } = this
    if (!round) return false
    return new Set(round.two.map((name) => this.#inRound(round, name)?.rating)).size === 1
  }

  get #isClosed(): boolean {
    return ['candidate', 'set_aside', 'published'].includes(this.state)
  }

  #inRound(round: Round, who: Name): Verdict | undefined {
    return this.verdicts.findLast((verdict) => verdict.round === round.id && verdict.by === who)
  }

  #decide(rating: number): void {
    this.state = 'decided'
    this.rating = rating
  }
}
