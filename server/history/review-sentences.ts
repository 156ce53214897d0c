import { correctionWords } from '../corrections/words.ts'
import { levelWords, ruleWords } from '../readiness/words.ts'
import { differenceWords } from '../rounds/words.ts'
import { sitePageWords } from '../site/words.ts'
import { counted } from '../values/count.ts'
import type { Events, EventType } from './events.ts'
import { type Names, type Piece, lower, said } from './pieces.ts'

type Told = Extract<
  EventType,
  `${'round' | 'policy' | 'search' | 'attempt' | 'comment' | 'thread' | 'proposal' | 'correction' | 'citation' | 'flag' | 'scale' | 'rating' | 'work' | 'key' | 'report' | 'site' | 'error'}.${string}`
>
// What an event is not about has words, but no link.
function onWhat({ claim, article }: Names): Piece[] {
  if (typeof claim !== 'string') return [' on ', claim]
  return typeof article === 'string' ? [' on the public site'] : [' on the report of ', article]
}

type Sentences = { [T in Told]: (data: Events[T], names: Names) => Piece[] }

/** What follows the name of who did it, for the events of review, discussion, corrections and scales. */
export const reviewSentences: Sentences = {
  'round.opened': ({ first, second }, { claim, person }) => [
    'asked ',
    person(first),
    ' and ',
    person(second),
    ' for independent verdicts on ',
    claim,
    '.',
  ],
  'round.checkers_changed': ({ after }, { claim, person }) => [
    'changed who gives the independent verdicts on ',
    claim,
    ': ',
    ...after.flatMap((id, index) => [...(index > 0 ? [' and '] : []), person(id)]),
    '.',
  ],
  'round.closed': ({ ended, reason }, { claim }) =>
    ended === 'both_in'
      ? ['opened both independent verdicts on ', claim, ': the second one is in.']
      : ['called off the independent verdicts on ', claim, ...(reason ? [': ', said(reason)] : ['.'])],
  'round.adjudicated': ({ difference, note }, { claim }) => [
    'settled two verdicts on ',
    claim,
    ` that differed. ${differenceWords[difference]}: `,
    said(note),
  ],
  'policy.changed': ({ rule, after }) => [`set the rule “${ruleWords[rule]}” to “${levelWords[after]}”.`],
  'search.recorded': ({ side, note }, { claim }) => [`found nothing that ${side} `, claim, ': ', said(note)],
  'search.withdrawn': ({ side }, { claim }) => [`took back that nothing was found that ${side} `, claim, '.'],
  'attempt.added': ({ purpose }, { claim }) => [`logged ${attempted[purpose]} on `, claim, '.'],
  'attempt.edited': ({ purpose }, { claim }) => [`edited ${attempted[purpose]} on `, claim, '.'],
  'attempt.withdrawn': ({ purpose }, { claim }) => [`withdrew ${attempted[purpose]} on `, claim, '.'],
  'attempt.erased': ({ purpose }, { claim }) => [`erased the text of ${attempted[purpose]} on `, claim, '.'],
  'comment.added': ({ on }, { claim }) => ['commented on ', ...placed[on], claim, '.'],
  'comment.erased': (_data, { claim }) => ['erased a comment on ', claim, '.'],
  'thread.resolved': (_data, { claim }) => ['resolved a discussion of ', claim, '.'],
  'thread.reopened': (_data, { claim }) => ['reopened a discussion of ', claim, '.'],
  'proposal.made': ({ kind }, { claim }) => [
    `asked for ${kind === 'update' ? 'an' : 'a'} ${lower(correctionWords[kind])} of `,
    claim,
    '.',
  ],
  'proposal.returned': ({ reason }, { claim }) => ['returned a proposed change of ', claim, ': ', said(reason)],
  'correction.made': ({ number, kind, note }, { claim }) => [
    `published ${lower(correctionWords[kind])} ${number} of `,
    claim,
    ': ',
    said(note),
  ],
  'report.published': ({ claims, others }, { article }) => [
    'published the report of ',
    article,
    ` with ${counted(claims, 'claim')}${others === undefined ? '' : `; it says that ${others} more ${others === 1 ? 'was' : 'were'} looked at`}.`,
  ],
  'error.reported': (_data, names) => ['took in a report of an error', ...onWhat(names), '.'],
  'error.answered': ({ outcome }, names) => [
    outcome === 'answered' ? 'answered a report of an error' : 'dismissed a report of an error',
    ...onWhat(names),
    '.',
  ],
  'error.erased': (_data, names) => ['erased what was sent in a report of an error', ...onWhat(names), '.'],
  'site.written': ({ page, sha256 }) => [
    sha256 === undefined ? 'took the page “' : 'wrote the page “',
    `${sitePageWords[page].title}” ${sha256 === undefined ? 'off the public site.' : 'of the public site.'}`,
  ],
  'report.unpublished': ({ note }, { article }) => ['took down the report of ', article, ': ', said(note)],
  'citation.added': ({ cited }, { claim, otherClaim }) => ['noted that ', claim, ' rests on ', otherClaim(cited), '.'],
  'citation.removed': ({ cited }, { claim, otherClaim }) => [
    'noted that ',
    claim,
    ' no longer rests on ',
    otherClaim(cited),
    '.',
  ],
  'flag.raised': ({ why }, { claim }) => [
    'flagged ',
    claim,
    why === 'cites' ? ': the decision it rests on was corrected.' : ': it uses a source of a claim that was corrected.',
  ],
  'flag.cleared': ({ note }, { claim }) => ['looked at ', claim, ' again after a correction elsewhere: ', said(note)],
  'scale.added': ({ name, ratings }) => [
    'added the rating scale ',
    said(name),
    ` with ${counted(ratings.length, 'rating')}.`,
  ],
  'scale.edited': ({ after }) => ['edited the rating scale ', said(String(after.name)), '.'],
  'scale.retired': ({ scale }) => [`retired the rating scale “${scale}”.`],
  'rating.added': ({ rating }, { rating: label }) => [`added the rating “${label(rating)}”.`],
  'rating.edited': ({ rating }, { rating: label }) => [`edited the rating “${label(rating)}”.`],
  'rating.retired': ({ rating }, { rating: label }) => [`retired the rating “${label(rating)}”.`],
  'work.handed_over': ({ from, to, claims }, { person }) => [
    `handed over ${counted(claims, 'claim')} from `,
    person(from),
    ' to ',
    person(to),
    '.',
  ],
  'key.made': ({ before }) => [
    before === null
      ? 'made the key that signs the history.'
      : 'made a new key that signs the history; the old one has signed it.',
  ],
}

const attempted = { reply: 'an attempt to get a reply', correction: 'a request to correct' }
const placed = { claim: [], evidence: ['the evidence on '], verdict: ['a verdict on '] }
