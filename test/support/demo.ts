import { storyClock } from '../../seeds/demo/clock.ts'
import { tellWeek } from '../../seeds/demo/week.ts'
import { makeCheckpoint } from '../../server/history/checkpoint.ts'
import { openKey } from '../../server/history/new-key.ts'
import { type Newsroom, newsroom } from './newsroom.ts'

/** The newsroom of the tests with all that the demo newsroom has: every state, rating and stance. */
export async function demoNewsroom(): Promise<Newsroom> {
  const clock = storyClock(new Date('2025-05-12T09:00:00Z'))
  const news = await newsroom({}, clock)
  await tellWeek(news.db, clock)
  await openKey(news.world)
  await makeCheckpoint(news.world, 'hourly')
  return news
}
