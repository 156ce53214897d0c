import type { ClaimKind, ClaimState, ClaimantKind, Priority, Standing } from '../../db/schema/index.ts'

export { claimKinds, claimStates, claimantKinds, priorities, standings } from '../../db/schema/index.ts'
export type { ClaimKind, ClaimState, Priority, Standing } from '../../db/schema/index.ts'

/** How the screen says it; files and addresses keep the key. */
export const kindWords: Record<ClaimKind, string> = {
  numerical: 'Numerical',
  quote: 'Quote',
  position: 'Position',
  event: 'Event or property',
  causal: 'Cause and effect',
}

export const stateWords: Record<ClaimState, string> = {
  candidate: 'Candidate',
  open: 'Open',
  checking: 'Checking',
  in_review: 'In review',
  decided: 'Decided',
  published: 'Published',
  set_aside: 'Set aside',
}

export const claimantKindWords: Record<ClaimantKind, string> = { person: 'A person', organisation: 'An organisation' }

export const priorityWords: Record<Priority, string> = { 1: 'High', 2: 'Normal', 3: 'Low' }

/** Whether the words of a claim stand in the newest version of its article. */
export const standingWords: Record<Standing, string> = {
  here: 'In the article',
  lost: 'Has lost its words',
  gone: 'No longer in the article',
}

/** How people call a claim: the article and the number within it, such as 1-9. */
export const claimNumber = ({ articleId, number }: { articleId: number; number: number }): string =>
  `${articleId}-${number}`
