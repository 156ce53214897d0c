import type { Stance } from '../../db/schema/index.ts'

export { stances } from '../../db/schema/index.ts'
export type { Stance } from '../../db/schema/index.ts'

export const stanceWords: Record<Stance, string> = { supports: 'Supports', refutes: 'Refutes', context: 'Context' }
