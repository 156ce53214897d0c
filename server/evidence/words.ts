import type { PassageMatch, Stance } from '../../db/schema/index.ts'

export { stances } from '../../db/schema/index.ts'
export type { PassageMatch, Stance } from '../../db/schema/index.ts'

export const stanceWords: Record<Stance, string> = { supports: 'Supports', refutes: 'Refutes', context: 'Context' }

/** What each stance means, at the point of use. */
export const stanceDefinitions: Record<Stance, string> = {
  supports: 'If the source is right, the claim is more likely true.',
  refutes: 'If the source is right, the claim is more likely false.',
  context: 'It explains the claim, or how to read it, without proving it either way.',
}

export const passageMatchWords: Record<PassageMatch, string> = {
  exact: 'Found word for word',
  near: 'Nearly found',
  missing: 'Not found',
}
