import { facetKey } from './edition.ts'
import type { PublicClaim } from './public.ts'

/** What else readers may want to follow that a claim is about: its claimant and its tags, as feeds know them. */
export function topicsOf({ claimant, tags }: Pick<PublicClaim, 'claimant' | 'tags'>) {
  return [
    ...(claimant ? [{ of: 'claimants' as const, key: facetKey(claimant.name), name: claimant.name }] : []),
    ...tags.map((tag) => ({ of: 'tags' as const, key: facetKey(tag), name: tag })),
  ]
}
