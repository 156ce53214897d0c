import type { JobState } from '../../db/schema/index.ts'

export { jobStates } from '../../db/schema/index.ts'
export type { JobState } from '../../db/schema/index.ts'

export const jobStateWords: Record<JobState, string> = {
  failed: 'Failed',
  running: 'Running',
  waiting: 'Waiting',
  done: 'Done',
  given_up: 'Given up',
}
