import type { SampleClaim } from './sample-claim.ts'
import { talksClaims } from './sample-claims-talks.ts'
import { warClaims } from './sample-claims-war.ts'

export type { SampleClaim } from './sample-claim.ts'

/** Every claim of the sample, in the order of the text; where two begin at the same place, the longer one first. */
export const sampleClaims: SampleClaim[] = [...talksClaims, ...warClaims]
