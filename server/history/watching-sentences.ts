import { counted } from '../values/count.ts'
import type { Events, EventType } from './events.ts'
import { type Names, type Piece, said } from './pieces.ts'

type Told = Extract<
  EventType,
  `${'job' | 'watching' | 'webhook'}.${string}` | `source.${'watch' | 'flag' | 'archive'}${string}`
>
type Sentences = { [T in Told]: (data: Events[T], names: Names) => Piece[] }

/** What follows the name of who did it, for the events of jobs, of watching, of archiving and of webhooks. */
export const watchingSentences: Sentences = {
  'job.retried': ({ job }) => [`had the failed job ${job} tried again.`],
  'job.given_up': ({ job }) => [`gave up the failed job ${job}.`],
  'watching.switched': ({ on, hours }) => [
    on
      ? `set watched sources to be looked at every ${counted(hours, 'hour')}.`
      : 'switched off the watching of sources.',
  ],
  'webhook.added': ({ webhook, events }) => [
    `added the webhook ${webhook}, which tells another program of what is ${events.join(' or ')}.`,
  ],
  'webhook.removed': ({ webhook }) => [`removed the webhook ${webhook}.`],
  'webhook.tested': ({ webhook }) => [`sent a test to the webhook ${webhook}.`],
  'webhook.paused': ({ webhook, why }) => [`paused the webhook ${webhook}: ${paused[why]}.`],
  'webhook.resumed': ({ webhook }) => [`had the webhook ${webhook} told again.`],
  'source.watched': (_data, { source }) => ['set the source ', source, ' to be watched.'],
  'source.watch_ended': ({ why }, { source }) => ['ended the watch of ', source, endings[why]],
  'source.archive_asked': (_data, { source }) => ['asked the Internet Archive to keep ', source, '.'],
  'source.archive_kept': ({ filled }, { source }) => [
    'noted that the Internet Archive keeps ',
    source,
    filled ? ', and gave it the address of that copy.' : '; the source has the address of another copy.',
  ],
  'source.archive_refused': (_data, { source }) => ['noted that the Internet Archive does not keep ', source, '.'],
  'source.flagged': ({ why }, { claim, source }) => [
    ...(typeof claim === 'string' ? ['flagged '] : ['flagged ', claim, ': ']),
    source,
    flagged[why],
  ],
  'source.flag_cleared': ({ note }, { source }) => ['looked into what had become of ', source, ': ', said(note)],
}

const endings = {
  by_hand: '.',
  confidential: ': it is confidential.',
  no_address: ': it has no address.',
  merged: ': it was merged into another source.',
}

const paused = { failing: 'it had taken nothing for days', gone: 'it answered that it is gone' }

const flagged = {
  changed: ' has changed where it is cited.',
  gone: ' is gone from its address.',
  moved: ' has moved to another address.',
}
