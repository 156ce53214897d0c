import type { PolicyLevel, PolicyRule, Side } from '../../db/schema/index.ts'

export { policyLevels, policyRules } from '../../db/schema/index.ts'
export type { PolicyLevel, PolicyRule, Side } from '../../db/schema/index.ts'

export const ruleWords: Record<PolicyRule, string> = {
  evidence: 'There is evidence',
  weight: 'A primary source, or two independent ones',
  both_sides: 'Both sides were searched',
  claimant_asked: 'The claimant was asked',
}

export const levelWords: Record<PolicyLevel, string> = {
  off: 'Off',
  warning: 'Warn: a verdict needs a reason to go on',
  bar: 'Bar: no verdict before it is met',
}

export const sideWords: Record<Side, string> = { supports: 'supports', refutes: 'refutes' }
