import { readContent } from '../documents/content.ts'
import { BadInput } from '../errors.ts'
import type { Fetched } from '../fetching/fetch.ts'
import type { Fetching } from '../fetching/fetching.ts'
import { fetchFor } from '../fetching/person.ts'
import { doiIn } from './doi.ts'
import type { Copy } from './held.ts'
import type { Guess, Metadata } from './metadata.ts'

/** The fields of a source's form that can be filled in from its page, with where each was found. */
export type FilledIn = Partial<
  Record<'title' | 'publisher' | 'author' | 'publishedOn' | 'language' | 'kind' | 'doi' | 'isbn', Guess>
>

/** Fetches an address for a person and reads what is there. Throws BadInput, told beside the field of the address. */
export async function fetchCopy(fetching: Fetching, person: { id: number }, address: string): Promise<Copy> {
  const fetched = await fetchFor(fetching, person, address)
  if ('refused' in fetched) throw new BadInput({ url: fetched.message })
  const content = await readContent(fetched.bytes, { mediaType: fetched.contentType })
  if ('refused' in content) throw new BadInput({ url: content.refused })
  return { fetched, content }
}

/** What the page says about itself, for the fields of a source. */
export function filledIn({ fetched, content }: Copy): FilledIn {
  const { canonicalUrl: _canonicalUrl, ...said } = content.metadata
  const doi = said.doi ?? doiInAddress(fetched)
  return { ...said, ...(doi && { doi }) }
}

function doiInAddress({ address, finalAddress }: Fetched): Guess | undefined {
  const doi = doiIn(address) ?? doiIn(finalAddress)
  return doi ? { value: doi, from: 'address' } : undefined
}

/** The addresses under which the page may be known already. */
export const addressesOf = ({ fetched, content }: { fetched: Fetched; content: { metadata: Metadata } }): string[] =>
  [fetched.address, fetched.finalAddress, content.metadata.canonicalUrl?.value].filter((each) => each !== undefined)
