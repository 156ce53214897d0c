import { keepInArchive } from './archiving/keep.ts'
import { keepKind } from './archiving/words.ts'
import { changeMany, undoMany } from './bulk/job.ts'
import { lookUpPassages } from './evidence/look-up-job.ts'
import { clearDrafts } from './imports/clear-job.ts'
import { takeInFile } from './imports/take-in-job.ts'
import { undoFile } from './imports/undo-job.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import type { JobKinds } from './jobs/kind.ts'
import { makePages, makePagesKind } from './reports/missing-page.ts'
import { indexCopiesKind } from './search/copy-index.ts'
import { indexCopies } from './search/copy-job.ts'
import { lookAtSource } from './watching/look.ts'
import { lookKind, planLooks } from './watching/plan.ts'
import { deliverMessage } from './webhooks/deliver.ts'
import { deliverKind } from './webhooks/words.ts'

/** Every kind of job, by the name it is stored under. A name stays: jobs that wait carry it. */
export const jobKinds: JobKinds = {
  [keepKind]: keepInArchive,
  'bulk.change': changeMany,
  'bulk.undo': undoMany,
  'evidence.look_up': lookUpPassages,
  'imports.clear': clearDrafts,
  'imports.take_in': takeInFile,
  'imports.undo': undoFile,
  'jobs.clear': housekeeping,
  [indexCopiesKind]: indexCopies,
  [makePagesKind]: makePages,
  'watching.plan': planLooks,
  [lookKind]: lookAtSource,
  [deliverKind]: deliverMessage,
}
