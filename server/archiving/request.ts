import type { Conn } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict } from '../errors.ts'
import { isPublicAddress } from '../fetching/inside.ts'
import { record } from '../history/record.ts'
import { addJob } from '../jobs/job.ts'
import { readSource, refuseMerged } from '../sources/source.ts'
import type { World } from '../world.ts'
import { insertRequest, requestsOf } from './store.ts'
import { keepKind } from './words.ts'

export type ArchiveRequest = Awaited<ReturnType<typeof requestsOf>>[number]

/** What the page of a source says about the Internet Archive. */
export type ArchiveStanding = {
  isSetUp: boolean
  /** Why it cannot be asked, as a sentence; undefined when it can be. */
  bar: string | undefined
  /** Newest first. */
  requests: ArchiveRequest[]
}

type Archivable = { id: number; url: string | null; confidential: boolean }

/** Reads it for one source. Whether the viewer may know of the source is for the caller to know. */
export async function archiveStanding(conn: Conn, world: World, source: Archivable): Promise<ArchiveStanding> {
  const requests = await requestsOf(conn, source.id, 5)
  return { isSetUp: world.config.archive !== undefined, bar: barOf(world, source), requests }
}

/** Has the Internet Archive asked to keep the page of a source. Throws BadInput with the reason when it cannot be, Conflict when it is being asked already. */
export function askArchive(world: World, person: Person, sourceId: number): Promise<void> {
  permit(person, 'source.archive')
  return write(world.db, async (tx) => {
    const source = await readSource(tx, person, sourceId)
    refuseMerged(source)
    const bar = barOf(world, source)
    if (bar !== undefined || source.url === null) throw new BadInput({ '': bar ?? noAddress })
    const [last] = await requestsOf(tx, sourceId, 1)
    if (last?.state === 'asked' || last?.state === 'waiting')
      throw new Conflict('The archive is being asked already. What comes of it is shown here.')
    const request = await insertRequest(tx, { sourceId, address: source.url, askedById: person.id })
    await record(tx, person, 'source.archive_asked', { source: sourceId }, {})
    await addJob(tx, { kind: keepKind, payload: { request, source: sourceId }, key: `source ${sourceId}` })
  })
}

const noAddress = 'A source without an address cannot be kept by the archive.'

/** Why the archive may not be told of a source. */
export function barOf({ config, fetching }: World, { url, confidential }: Omit<Archivable, 'id'>): string | undefined {
  if (confidential) return 'The archive is not told of a confidential source: what it keeps is there for everybody.'
  if (url === null) return noAddress
  if (!isPublicAddress(fetching, url))
    return 'This address is one of the newsroom’s own network, which the archive cannot reach and should not learn of.'
  return config.archive
    ? undefined
    : 'The archive is not set up on this server: it needs ARCHIVE_KEY and ARCHIVE_SECRET.'
}
