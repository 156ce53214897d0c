import { ratings } from '../../db/schema/index.ts'

/** The columns that a rating's badge is drawn from. */
export const badgeColumns = { label: ratings.label, tone: ratings.tone, shape: ratings.shape }
