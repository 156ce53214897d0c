import type { NotificationReason } from '../../db/schema/index.ts'

export type { NotificationReason } from '../../db/schema/index.ts'

/** Why somebody is told, in a few words. */
export const reasonWords: Record<NotificationReason, string> = {
  mention: 'You are mentioned',
  answer: 'An answer in a discussion you take part in',
  discussed: 'A new discussion of your claim, evidence or verdict',
  assigned: 'A claim is yours to check',
  approved: 'Your verdict was approved',
  returned: 'Your verdict was returned',
  to_settle: 'Two verdicts are in and wait to be settled',
  settled: 'A claim that you judged is settled',
  flagged: 'A claim of yours may need another look',
  lost: 'A claim of yours has lost its words',
  source_flagged: 'A source of a claim of yours needs another look',
  webhook_paused: 'A webhook is told nothing any more',
  correction: 'A decision with your name was corrected',
}
