import type { PolicyLevel, PolicyRule, Side } from '../../db/schema/index.ts'

export { policyLevels, policyRules, sides } from '../../db/schema/index.ts'
export type { PolicyLevel, PolicyRule, Side } from '../../db/schema/index.ts'

export const ruleWords: Record<PolicyRule, string> = {
  evidence: 'There is evidence',
  weight: 'A primary source, or two independent ones',
  both_sides: 'Both sides were searched',
  claimant_asked: 'The claimant was asked',
  passages: 'Every passage was found in a kept copy',
}

/** What each rule looks at, in full sentences. */
export const ruleMeanings: Record<PolicyRule, string> = {
  evidence: 'At least one piece of evidence stands on the claim, whatever it shows. Withdrawn pieces do not count.',
  weight:
    'One source is marked as primary, or two are independent: of different publishers and sites, not from one stated origin, and not carrying the same text. A source whose publisher is not noted cannot be told from another.',
  both_sides:
    'There is evidence that supports the claim and evidence that refutes it; or somebody noted that they looked on that side and found nothing, and where.',
  claimant_asked:
    'An attempt to reach the claimant, or somebody for them, is noted under “Right of reply”. Not asked of claims without a claimant.',
  passages:
    'Every passage of the evidence stands in a copy of its source that Stet keeps, word for word or nearly. Evidence without a passage is not looked at.',
}

export const levelWords: Record<PolicyLevel, string> = {
  off: 'Off',
  warning: 'Warn: a verdict needs a reason to go on',
  bar: 'Bar: no verdict before it is met',
}

export const sideWords: Record<Side, string> = { supports: 'supports', refutes: 'refutes' }
