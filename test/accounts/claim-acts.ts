import type { Person } from '../../server/accounts/permissions.ts'
import { rated } from '../verdicts/harbour.ts'
import { type Stage, type Staged, stages } from './claim-stages.ts'

type Fields = Record<string, string | number>

/**
 * One form about a claim: where it is sent, the lowest role that may, whether whoever did the thing may answer it
 * themselves, the stages in which it does something, and those in which there is something to send it to.
 */
export type Act = {
  name: string
  form: (claim: Staged, me: Person) => [path: string, fields: Fields]
  from: 'checker' | 'editor'
  byOthersOnly?: true
  does: (stage: Stage, own: boolean) => boolean
  isThere?: (stage: Stage) => boolean
}

const within =
  (...some: Stage[]) =>
  (stage: Stage) =>
    some.includes(stage)
const without = (...some: Stage[]) => within(...stages.filter((stage) => !some.includes(stage)))

const judged = within('in review', 'decided', 'published', 'correction asked for', 'two agree', 'two differ')
const withRound = within('two named', 'two agree', 'two differ')
// Until both verdicts are in there is nothing to settle, for anybody's eyes.
const bothIn = within('two agree', 'two differ')
const unfinished = without('decided', 'published', 'correction asked for', 'set aside')
const plain = { rationale: 'The log says so.', explanation: '', override: 'No log is kept.' }

/** Every form about a claim, its verdicts, rounds and corrections, as the rules of the newsroom have it. */
export const acts: Act[] = [
  {
    name: 'edit it',
    form: ({ id, version }) => [`/claims/${id}`, { statement: `Edited ${id}.`, kind: 'event', priority: 2, version }],
    from: 'checker',
    does: () => true,
  },
  {
    name: 'take it',
    form: ({ id }, me) => [`/claims/${id}/assignment`, { assignee: me.id }],
    from: 'checker',
    does: without('set aside'),
  },
  {
    name: 'give it to Ada',
    form: ({ id }) => [`/claims/${id}/assignment`, { assignee: 1 }],
    from: 'editor',
    does: without('set aside'),
  },
  {
    name: 'set it aside',
    form: ({ id, version }) => [`/claims/${id}/state`, { state: 'set_aside', reason: 'An opinion', version }],
    from: 'checker',
    does: unfinished,
  },
  {
    name: 'make it open',
    form: ({ id, version }) => [`/claims/${id}/state`, { state: 'open', version }],
    from: 'checker',
    does: within('candidate', 'checking', 'set aside', 'two named'),
  },
  {
    name: 'give a verdict',
    form: ({ id, version }) => [`/claims/${id}/verdicts`, { ...plain, rating: rated.true, version, after: 99 }],
    from: 'checker',
    does: (stage, own) => within('open', 'checking', 'in review', 'decided')(stage) || (own && stage === 'two named'),
  },
  {
    name: 'approve the verdict',
    form: ({ verdict }) => [`/verdicts/${verdict}/review`, { outcome: 'approved' }],
    from: 'checker',
    byOthersOnly: true,
    does: within('in review'),
    isThere: judged,
  },
  {
    name: 'return the verdict',
    form: ({ verdict }) => [`/verdicts/${verdict}/review`, { outcome: 'returned', reason: 'Which ships?' }],
    from: 'checker',
    byOthersOnly: true,
    does: within('in review'),
    isThere: judged,
  },
  {
    name: 'publish it',
    form: ({ id, decision }) => [`/claims/${id}/publication`, { decision }],
    from: 'editor',
    does: within('decided'),
  },
  {
    name: 'ask for a correction',
    form: ({ id, decision }) => [
      `/claims/${id}/corrections`,
      { kind: 'correction', note: 'It was wrong.', rating: rated.true, rationale: 'R', explanation: '', decision },
    ],
    from: 'checker',
    does: within('published'),
  },
  {
    name: 'approve the correction',
    form: ({ proposal }) => [`/proposals/${proposal}/review`, { outcome: 'approved' }],
    from: 'editor',
    byOthersOnly: true,
    does: () => true,
    isThere: within('correction asked for'),
  },
  {
    name: 'return the correction',
    form: ({ proposal }) => [`/proposals/${proposal}/review`, { outcome: 'returned', reason: 'Not so.' }],
    from: 'editor',
    byOthersOnly: true,
    does: () => true,
    isThere: within('correction asked for'),
  },
  {
    name: 'have two judge it',
    form: ({ id }) => [`/claims/${id}/independence`, { independent: 'yes' }],
    from: 'editor',
    does: () => true,
  },
  {
    name: 'name the two',
    form: ({ id }) => [`/claims/${id}/rounds`, { first: 3, second: 4 }],
    from: 'editor',
    does: within('two to be named', 'two agree', 'two differ'),
  },
  {
    name: 'name others',
    form: ({ id, round }) => [`/claims/${id}/rounds/${round}/checkers`, { first: 1, second: 2 }],
    from: 'editor',
    byOthersOnly: true,
    does: within('two named'),
    isThere: withRound,
  },
  {
    name: 'call the two off',
    form: ({ id, round }) => [`/claims/${id}/rounds/${round}/cancellation`, { reason: 'No time' }],
    from: 'editor',
    byOthersOnly: true,
    does: within('two named'),
    isThere: withRound,
  },
  {
    // Whoever gave one of the two may confirm the other's: here it is their own.
    name: 'agree',
    form: ({ id, round, verdict }) => [`/claims/${id}/rounds/${round}/agreement`, { verdict }],
    from: 'checker',
    does: (stage, own) => stage === 'two agree' && !own,
    isThere: bothIn,
  },
  {
    name: 'decide between the two',
    form: ({ id, round }) => [
      `/claims/${id}/rounds/${round}/adjudication`,
      { stands: 'first', difference: 'mistake', note: 'The log was misread.' },
    ],
    from: 'editor',
    byOthersOnly: true,
    does: within('two differ'),
    isThere: bothIn,
  },
]
