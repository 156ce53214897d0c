import type { Content } from '../documents/content.ts'
import { readContent } from '../documents/content.ts'
import { JobFailed } from '../errors.ts'
import { type Fetched, fetchAddress } from '../fetching/fetch.ts'
import type { Refused } from '../fetching/refusal.ts'
import { addressKey } from '../values/address.ts'
import type { World } from '../world.ts'
import { type Cited, lostPassages } from './passages.ts'
import type { LookOutcome } from './words.ts'

/** The copy that a page is compared with. `isFetched`: it is of the same address, so that a change elsewhere in it says something. */
export type Compared = { id: number; text: string; textSha256: string; finalAddress: string | null; isFetched: boolean }

export type Wanted = { url: string; compared: Compared | undefined; cited: Cited[] }

/** What a look found; `page` is there when there is a text to keep. */
export type Found = {
  outcome: LookOutcome
  message: string | null
  finalAddress: string | null
  lost: Cited[]
  isMoved: boolean
  page: { fetched: Fetched; content: Content } | undefined
}

/** Asks for the address and compares what is there with the copy. Throws JobFailed when it should simply be tried later. */
export async function findOut({ fetching }: World, { url, compared, cited }: Wanted): Promise<Found> {
  const fetched = await fetchAddress(fetching, url)
  if ('refused' in fetched) return noPage(fetched)
  const content = await readContent(fetched.bytes, { mediaType: fetched.contentType })
  if ('refused' in content) return nothing('unreadable', content.refused, fetched.finalAddress)
  const page = { fetched, content }
  const isMoved = isElsewhere(fetched, compared)
  const found = { finalAddress: fetched.finalAddress, isMoved, message: content.problem, lost: [], page }
  if (!compared?.text) return { ...found, outcome: isMoved ? 'moved' : 'first' }
  if (!content.text) return { ...found, outcome: 'unreadable' }
  const lost = await lostPassages(compared.text, content.text, cited)
  return { ...found, lost, outcome: outcomeOf({ lost, isMoved, compared, content }) }
}

function noPage({ refused, message, status }: Refused): Found {
  if (refused === 'busy') throw new JobFailed(message, { waitSeconds: 60 })
  return nothing(status === 404 || status === 410 ? 'gone' : 'unreached', message, null)
}

const nothing = (outcome: LookOutcome, message: string, finalAddress: string | null): Found => ({
  outcome,
  message,
  finalAddress,
  lost: [],
  isMoved: false,
  page: undefined,
})

// Not the slash at the end, nor a redirect that led there already when the page was cited.
function isElsewhere({ isMoved, address, finalAddress }: Fetched, compared: Compared | undefined): boolean {
  if (!isMoved || addressKey(finalAddress) === addressKey(address)) return false
  return !compared?.finalAddress || addressKey(compared.finalAddress) !== addressKey(finalAddress)
}

type Judged = { lost: Cited[]; isMoved: boolean; compared: Compared; content: Content }

function outcomeOf({ lost, isMoved, compared, content }: Judged): LookOutcome {
  if (lost.length > 0) return 'changed_passage'
  if (isMoved) return 'moved'
  if (!compared.isFetched) return 'first'
  return compared.text === content.text ? 'unchanged' : 'changed_elsewhere'
}
