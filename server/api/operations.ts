import { articleOperations } from './article-operations.ts'
import { articleWriting } from './article-writing.ts'
import { claimOperations } from './claim-operations.ts'
import { claimRefusing, claimWriting } from './claim-writing.ts'
import { decisionOperations } from './decision-operations.ts'
import { evidenceOperations } from './evidence-operations.ts'
import { evidenceWriting } from './evidence-writing.ts'
import type { Operation } from './operation.ts'
import { ownOperations } from './own-operations.ts'
import { searchOperations } from './search-operations.ts'

/** Everything that programs can ask for. What is served, the document and the page for people are all made from this. */
export const operations: readonly Operation[] = [
  ...articleOperations,
  ...articleWriting,
  ...claimOperations,
  ...claimWriting,
  ...evidenceOperations,
  ...evidenceWriting,
  ...decisionOperations,
  ...claimRefusing,
  ...searchOperations,
  ...ownOperations,
]
