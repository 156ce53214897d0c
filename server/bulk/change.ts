import type { ClaimState, Priority } from '../claims/words.ts'

/** What a state is changed to: one that people put claims into by hand, or back from being set aside. */
export const bulkMoves = ['open', 'checking', 'set_aside', 'back'] as const
export type BulkMove = (typeof bulkMoves)[number]

/** What is done to many claims at once. What is left out stays as it is; null is nobody or no date. */
export type BulkChange = {
  assignee?: number | null
  dueOn?: string | null
  priority?: Priority
  addTags?: string[]
  takeTags?: string[]
  move?: BulkMove
  /** Why they are set aside. */
  reason?: string
}

/** A claim as somebody saw it before they said what is done to it. */
export type Chosen = { id: number; version: number; state: ClaimState }

/** The most claims that are changed at once. */
export const mostChosen = 5_000
