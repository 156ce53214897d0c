import { counted } from '../values/count.ts'
import type { Prepared } from './prepare.ts'

/** What is said once a version is in. */
export function takenIn(number: number, { claims }: Prepared): string {
  const moved = claims.filter(({ fate }) => fate.kind !== 'exact').length
  const follow = claims.length - moved
  const followed = follow === 0 ? '' : ` ${counted(follow, 'claim')} ${follow === 1 ? 'stands' : 'stand'} unchanged.`
  return `Version ${number} is taken in and frozen.${followed}`
}
