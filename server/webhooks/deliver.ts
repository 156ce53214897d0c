import { z } from 'zod'
import { write } from '../../db/write.ts'
import { JobFailed } from '../errors.ts'
import { postTo } from '../fetching/post.ts'
import { type JobContext, jobKind } from '../jobs/kind.ts'
import { later } from '../jobs/pause.ts'
import { release } from '../release.ts'
import { publishedChange } from '../reports/published.ts'
import type { World } from '../world.ts'
import { changeMessage, testMessage } from './message.ts'
import { signed } from './signature.ts'
import { noteRefused, noteTaken } from './pause.ts'
import { deleteDeliveries, findDelivery, setHeld, updateDelivery } from './store.ts'
import { keptDays } from './words.ts'

/** With the pauses between them, ten to twenty hours. */
const attempts = 9
/** Who hangs must not hold up the others. */
const atOnce = 4

type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>

/** Sends a message. It may arrive twice: whoever gets it tells by its id. */
export const deliverMessage = jobKind(
  z.strictObject({ delivery: z.int().positive() }),
  {
    words: 'Tell another program what was published',
    about: () => ({ text: 'webhooks', href: '/settings/webhooks' }),
    attempts,
    atOnce,
    minutes: 2,
  },
  async (context, { delivery: id }, signal) => {
    const { world } = context
    const delivery = await findDelivery(world.db.reader, id)
    if (delivery && delivery.pausedAt !== null && delivery.event !== null) return hold(context, id)
    const body = delivery && delivery.endedAt === null ? await bodyOf(world, delivery) : undefined
    if (!delivery || body === undefined) return drop(context, id)
    const headers = headersOf(delivery, body, world.db.clock.now())
    const answer = await postTo(world.fetching, delivery.address, { headers, body, signal })
    signal.throwIfAborted()
    await writeDown(context, delivery, answer)
  },
)

const headersOf = ({ event, secret }: Delivery, body: string, at: Date) => ({
  'Content-Type': 'application/json; charset=utf-8',
  'User-Agent': `Stet/${release}`,
  'Stet-Event': event ?? 'test',
  ...signed({ body, secret, at }),
})

// Whoever answers so does not want to be told any more.
const goneStatus = 410

// A test is sent once, and its failing means nothing: whoever asked for it looks what came of it.
async function writeDown(context: JobContext, delivery: Delivery, answer: Awaited<ReturnType<typeof postTo>>) {
  const { world, run, complete } = context
  const refused = 'refused' in answer ? answer : undefined
  const isTest = delivery.event === null
  const gone = refused?.status === goneStatus
  const failed = isTest || gone || run.attempt >= attempts
  await write(world.db, async (tx) => {
    const state = refused ? (failed ? 'failed' : 'waiting') : 'delivered'
    const told = { status: answer.status ?? null, problem: refused?.message ?? null }
    await updateDelivery(tx, delivery.id, { state, ...told, attempts: delivery.attempts + 1 })
    if (!refused) await noteTaken(tx, delivery)
    else if (!isTest) await noteRefused(tx, delivery, { failed, gone })
    await deleteDeliveries(tx, later(tx.now, -keptDays * 24 * 3_600_000))
    if (!refused || isTest) await complete(tx)
  })
  if (refused && !isTest) throw new JobFailed(refused.message, { final: failed })
}

async function bodyOf(world: World, delivery: Delivery): Promise<string | undefined> {
  const about = { ...delivery, origin: world.config.publicUrl }
  if (delivery.editionId === null) return JSON.stringify(testMessage(about))
  const change = await publishedChange(world.db.reader, delivery.editionId)
  return change && JSON.stringify(changeMessage(change, about))
}

const hold = ({ world, complete }: JobContext, id: number) =>
  write(world.db, async (tx) => {
    await setHeld(tx, id)
    await complete(tx)
  })

const drop = ({ world, complete }: JobContext, id: number) =>
  write(world.db, async (tx) => {
    await updateDelivery(tx, id, { state: 'dropped' })
    await complete(tx)
  })
