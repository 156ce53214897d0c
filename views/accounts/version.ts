import { type Typed, valueOf } from '../parts/typed.ts'

/** The version a form carries: the one it was filled from, or the newest once its writer has seen what others saved. */
export const versionFor = (typed: Typed, newest: number): string =>
  typed.theirs ? String(newest) : valueOf(typed, 'version') || String(newest)
