import { z } from 'zod'
import type { Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { JobFailed } from '../errors.ts'
import { record } from '../history/record.ts'
import { addJob } from '../jobs/job.ts'
import { type JobContext, jobKind } from '../jobs/kind.ts'
import { later } from '../jobs/pause.ts'
import { fillArchived, sourceOfJob } from '../sources/source.ts'
import type { World } from '../world.ts'
import { type Answer, askAfter, askForCapture } from './client.ts'
import { barOf } from './request.ts'
import { findOpenRequest, updateRequest } from './store.ts'
import { keepKind } from './words.ts'

const attempts = 6
const pollSeconds = 20
// A capture takes minutes, and may be put off for hours; after so long it will not end any more.
const longest = 24 * 3_600_000

type Request = NonNullable<Awaited<ReturnType<typeof findOpenRequest>>>

/** Asks the archive for a page, or what has become of it, and writes down the answer. */
export const keepInArchive = jobKind(
  z.strictObject({ request: z.int().positive(), source: z.int().positive() }),
  {
    words: 'Ask the Internet Archive to keep a page',
    about: ({ source }) => ({ text: `source ${source}`, href: `/sources/${source}` }),
    attempts,
    minutes: 5,
  },
  async (context, { request: id }) => {
    const { world, complete } = context
    const request = await write(world.db, async (tx) => {
      const open = await stillWanted(tx, world, id)
      if (!open) await complete(tx)
      return open
    })
    const { archive } = world.config
    if (!request || !archive) return
    const way = { fetching: world.fetching, archive }
    const answer = request.remoteId
      ? await askAfter(way, request.remoteId, request.address)
      : await askForCapture(way, request.address)
    const failed = await write(world.db, (tx) => note(tx, context, request, answer))
    if (failed) throw failed
  },
)

// The request, unless something bars it by now: then it ends, with the reason.
async function stillWanted(tx: Tx, world: World, id: number): Promise<Request | undefined> {
  const request = await findOpenRequest(tx, id)
  if (!request) return undefined
  const bar = await barNow(tx, world, request)
  if (bar === undefined) return request
  await refuse(tx, request, bar)
  return undefined
}

async function barNow(tx: Tx, world: World, { sourceId, address, askedAt }: Request): Promise<string | undefined> {
  const source = await sourceOfJob(tx, sourceId)
  if (!source) return 'The source is no longer there.'
  if (source.mergedIntoId !== null) return 'The source was merged into another one. Ask again there.'
  if (source.url !== address && !source.confidential)
    return 'The address of the source was changed meanwhile. Ask again for the new one.'
  if (later(askedAt, longest) < tx.now)
    return 'The archive did not come to an end with it in a day. Ask again, or keep it by hand.'
  return barOf(world, source)
}

// What is to be thrown once that is written down.
async function note(tx: Tx, context: JobContext, request: Request, answer: Answer): Promise<JobFailed | undefined> {
  const { world, run, complete } = context
  // It may have become confidential while the archive was asked.
  const bar = await barNow(tx, world, request)
  if (bar !== undefined) await refuse(tx, request, bar)
  else if ('archivedUrl' in answer) await keep(tx, request, answer.archivedUrl)
  else if ('refused' in answer) await refuse(tx, request, answer.refused)
  else if ('job' in answer) {
    await updateRequest(tx, request.id, { state: 'waiting', remoteId: answer.job, problem: null })
    const payload = { request: request.id, source: request.sourceId }
    await addJob(tx, {
      kind: keepKind,
      payload,
      key: `source ${request.sourceId}`,
      runAt: later(tx.now, pollSeconds * 1_000),
    })
  } else if (run.attempt < attempts) {
    await updateRequest(tx, request.id, {
      problem: answer.later,
      ...(answer.isLost && { state: 'asked', remoteId: null }),
    })
    return new JobFailed(answer.later, { waitSeconds: answer.waitSeconds })
  } else await refuse(tx, request, `${answer.later} It was tried ${attempts} times.`)
  await complete(tx)
  return undefined
}

async function refuse(tx: Tx, { id, sourceId }: Request, problem: string): Promise<void> {
  await updateRequest(tx, id, { state: 'refused', problem })
  await record(tx, null, 'source.archive_refused', { source: sourceId }, {})
}

async function keep(tx: Tx, { id, sourceId }: Request, archivedUrl: string): Promise<void> {
  const filled = await fillArchived(tx, sourceId, archivedUrl)
  const problem = filled ? null : 'The source has the address of another archived copy, which was left as it is.'
  await updateRequest(tx, id, { state: 'kept', archivedUrl, problem })
  await record(tx, null, 'source.archive_kept', { source: sourceId }, { filled })
}
