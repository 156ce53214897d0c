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
import { deleteDeliveries, findDelivery, updateDelivery } from './store.ts'

/** With the pauses between them, ten to twenty hours. */
const attempts = 9
/** How long the list tells of what was sent. */
const kept = 30 * 24 * 3_600_000

type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>

/** Sends a message. It may arrive twice: whoever gets it tells by its id. */
export const deliverMessage = jobKind(
  z.strictObject({ delivery: z.int().positive() }),
  {
    words: 'Tell another program what was published',
    about: () => ({ text: 'webhooks', href: '/settings/webhooks' }),
    attempts,
    minutes: 2,
  },
  async (context, { delivery: id }) => {
    const { world } = context
    const delivery = await findDelivery(world.db.reader, id)
    const body = delivery && delivery.endedAt === null ? await bodyOf(world, delivery) : undefined
    if (!delivery || body === undefined) return drop(context, id)
    const { secret, address, event } = delivery
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': `Stet/${release}`,
      'Stet-Event': event ?? 'test',
      ...signed({ body, secret, at: world.db.clock.now() }),
    }
    const answer = await postTo(world.fetching, address, { headers, body })
    const failed = 'refused' in answer ? answer : undefined
    const isLast = context.run.attempt >= attempts || failed?.status === gone
    await write(world.db, async (tx) => {
      const state = failed ? (isLast ? 'failed' : 'waiting') : 'delivered'
      const told = { status: answer.status ?? null, problem: failed?.message ?? null }
      await updateDelivery(tx, id, { state, ...told, attempts: delivery.attempts + 1 })
      await deleteDeliveries(tx, later(tx.now, -kept))
      if (!failed) await context.complete(tx)
    })
    if (failed) throw new JobFailed(failed.message, { final: isLast })
  },
)

// Whoever answers so does not want to be told any more.
const gone = 410

async function bodyOf(world: World, delivery: Delivery): Promise<string | undefined> {
  const about = { ...delivery, origin: world.config.publicUrl }
  if (delivery.editionId === null) return JSON.stringify(testMessage(about))
  const change = await publishedChange(world.db.reader, delivery.editionId)
  return change && JSON.stringify(changeMessage(change, about))
}

const drop = ({ world, complete }: JobContext, id: number) =>
  write(world.db, async (tx) => {
    await updateDelivery(tx, id, { state: 'dropped' })
    await complete(tx)
  })
