import type { Db } from '../../db/open.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput } from '../errors.ts'
import type { Fetching } from '../fetching/fetching.ts'
import { fetchFor } from '../fetching/person.ts'
import { beginImport } from './begin.ts'

/** Fetches a page or a feed and begins an import of the checks that are marked up there. Throws BadInput when there are none. */
export async function beginFetched(
  { db, fetching }: { db: Db; fetching: Fetching },
  person: Person,
  address: string,
): Promise<number> {
  permit(person, 'import.run')
  const fetched = await fetchFor(fetching, person, address)
  if ('refused' in fetched) throw new BadInput({ address: fetched.message })
  const { bytes, finalAddress } = fetched
  if (bytes.length === 0) throw new BadInput({ address: 'There is nothing at this address.' })
  return beginImport(db, person, { name: finalAddress, bytes, address: finalAddress })
}
