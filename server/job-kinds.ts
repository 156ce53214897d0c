import { lookUpPassages } from './evidence/look-up-job.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import type { JobKinds } from './jobs/kind.ts'
import { lookAtSource } from './watching/look.ts'
import { lookKind, planLooks } from './watching/plan.ts'

/** Every kind of job, by the name it is stored under. A name stays: jobs that wait carry it. */
export const jobKinds: JobKinds = {
  'evidence.look_up': lookUpPassages,
  'jobs.clear': housekeeping,
  'watching.plan': planLooks,
  [lookKind]: lookAtSource,
}
