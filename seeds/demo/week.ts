import type { Db } from '../../db/open.ts'
import { deactivate } from '../../server/accounts/membership.ts'
import { changeSettings, readSettings } from '../../server/settings/setting.ts'
import type { Deciding } from '../../server/settings/words.ts'
import { finish, gather, judge, review } from './check.ts'
import type { StoryClock } from './clock.ts'
import { correctWhatWasPublished } from './corrections.ts'
import { library } from './library.ts'
import { type Stage, emptyStage, join, personOf } from './newsroom.ts'
import { type Who, everyone, leaver } from './people.ts'
import { post } from './post.ts'
import { saveLists } from './lists.ts'
import { lookAtProposals } from './proposals.ts'
import { giveAway, handOverAll } from './queues.ts'
import { noteReplies } from './replies.ts'
import { publishReports } from './reports.ts'
import { judgeByTwo } from './rounds.ts'
import { openPublicSite } from './site.ts'
import { speech } from './speech.ts'
import type { DemoArticle } from './story.ts'
import { type Told, takeIn } from './take-in.ts'
import { talkThingsOver } from './talk.ts'
import { transcript } from './transcript.ts'
import { tunnel } from './tunnel.ts'

/** Tells the week of the demo newsroom into an empty database that runs on `clock`. */
export async function tellWeek(db: Db, clock: StoryClock): Promise<void> {
  const stage = await emptyStage(db, clock)
  const alone = await aloneOnMonday(stage)
  clock.goTo(0, '15:00')
  for (const who of everyone.slice(1)) await join(stage, who)
  const told = await takeInOnTuesday(stage)
  await checkTogether(stage, told)
  await judgeByTwo(stage)
  await noteReplies(stage, [...alone, ...told])
  await talkThingsOver(stage, told)
  await correctWhatWasPublished(stage, [...alone, ...told])
  await publishReports(stage, [...alone, ...told])
  await openPublicSite(stage)
  await giveAway(stage, told)
  await saveLists(stage)
  await lookAtProposals(stage, told)
  await handOverAll(stage, { from: leaver, to: 'bastian' })
  await leave(stage, leaver)
}

// While she is alone, her verdicts are the decisions at once.
async function aloneOnMonday(stage: Stage): Promise<Told[]> {
  stage.clock.goTo(0, '08:30')
  await join(stage, 'marguerite')
  await agreeOn(stage, { newsroom: 'Port Ellery Desk', deciding: 'always' })
  const told = await takeIn(stage, post)
  for (const claim of told) {
    await gather(stage, claim)
    await judge(stage, claim, 0)
  }
  for (const claim of told) await finish(stage, claim)
  await agreeOn(stage, { deciding: 'alone' })
  return told
}

async function takeInOnTuesday(stage: Stage): Promise<Told[]> {
  const times: [string, DemoArticle][] = [
    ['08:40', tunnel],
    ['11:10', speech],
    ['13:30', transcript],
    ['15:20', library],
  ]
  const told: Told[] = []
  for (const [time, article] of times) {
    stage.clock.goTo(1, time)
    told.push(...(await takeIn(stage, article)))
  }
  return told
}

async function checkTogether(stage: Stage, told: Told[]): Promise<void> {
  const steps: [day: number, time: string, step: (claim: Told) => Promise<void>][] = [
    [2, '09:05', (claim) => gather(stage, claim)],
    [3, '09:00', (claim) => judge(stage, claim, 0)],
    [3, '13:15', (claim) => review(stage, claim, 0)],
    [4, '09:10', (claim) => judge(stage, claim, 1)],
    [4, '11:00', (claim) => review(stage, claim, 1)],
    [4, '13:40', (claim) => finish(stage, claim)],
  ]
  for (const [day, time, step] of steps) {
    stage.clock.goTo(day, time)
    for (const claim of told) await step(claim)
  }
}

async function agreeOn(stage: Stage, edit: { newsroom?: string; deciding: Deciding }): Promise<void> {
  stage.clock.pass()
  const settings = await readSettings(stage.db.reader)
  await changeSettings(stage.db, personOf(stage, 'marguerite'), { ...settings, ...edit })
}

// What somebody did stays when they go. Nobody has edited the account since it was opened, so its version is the first.
async function leave(stage: Stage, who: Who): Promise<void> {
  stage.clock.goTo(4, '16:20')
  await deactivate(stage.db, personOf(stage, 'marguerite'), { id: personOf(stage, who).id, version: 1 })
}
