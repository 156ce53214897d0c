import { housekeeping } from './jobs/housekeeping.ts'
import type { JobKinds } from './jobs/kind.ts'

/** Every kind of job, by the name it is stored under. A name stays: jobs that wait carry it. */
export const jobKinds: JobKinds = {
  'jobs.clear': housekeeping,
}
