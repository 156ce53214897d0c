import { roleWords } from '../accounts/words.ts'
import { setAsideWords } from '../articles/words.ts'
import { stateWords } from '../claims/words.ts'
import { passageMatchWords } from '../evidence/words.ts'
import { snapshotOriginWords } from '../snapshots/words.ts'
import { sourceKindWords } from '../sources/words.ts'
import { counted } from '../values/count.ts'
import { basisWords } from '../verdicts/words.ts'
import type { Events, EventType } from './events.ts'
import { exportSentences } from './export-sentences.ts'
import { listSentences } from './list-sentences.ts'
import { type Names, type Piece, lower, said, spaced } from './pieces.ts'
import { precedentSentences } from './precedent-sentences.ts'
import { reviewSentences } from './review-sentences.ts'
import { watchingSentences } from './watching-sentences.ts'

type Sentence<T extends EventType> = (data: Events[T], names: Names) => Piece[]

/** What follows the name of who did it, for every type of event. */
export const sentences: { [T in EventType]: Sentence<T> } = {
  ...reviewSentences,
  ...watchingSentences,
  ...precedentSentences,
  ...exportSentences,
  ...listSentences,
  'person.joined': ({ role, by }, { subject, ownDoing }) =>
    ownDoing ? [`joined as ${role}${joinedBy[by]}.`] : ['added ', subject, ` as ${role}${joinedBy[by]}.`],
  'person.renamed': (_data, { subject, ownDoing }) =>
    ownDoing ? ['changed their own name.'] : ['changed the name of ', subject, '.'],
  'person.role_changed': ({ before, after }, { subject }) => [
    'changed the role of ',
    subject,
    ` from ${lower(roleWords[before])} to ${lower(roleWords[after])}.`,
  ],
  'person.deactivated': (_data, { subject }) => ['deactivated the account of ', subject, '.'],
  'person.reactivated': (_data, { subject }) => ['reactivated the account of ', subject, '.'],
  'person.password_changed': (_data, { subject, ownDoing }) =>
    ownDoing ? ['changed their password.'] : ['changed the password of ', subject, '.'],
  'person.password_link_made': (_data, { subject, ownDoing }) =>
    ownDoing ? ['made a link for a new password.'] : ['made a link for a new password of ', subject, '.'],
  'person.password_chosen': () => ['chose a new password with a link.'],
  'person.signed_in': () => ['signed in.'],
  'person.signed_out': ({ devices }, { subject, ownDoing }) => {
    const where = devices === 1 ? 'one device' : `${devices} devices`
    return ownDoing ? [`signed out of ${where}.`] : ['signed ', subject, ` out of ${where}.`]
  },
  'token.made': ({ token, scopes, until }) => [
    `made the API token ${token} (${scopes.join(', ')}), which works until ${until.slice(0, 10)}.`,
  ],
  'token.revoked': ({ token }, { subject, ownDoing }) =>
    ownDoing ? [`revoked their API token ${token}.`] : [`ended the API token ${token} of `, subject, '.'],
  'invitation.made': ({ role }) => [`made an invitation for ${anRole[role]}.`],
  'invitation.withdrawn': () => ['withdrew an invitation.'],
  'settings.changed': () => ['changed the settings of the newsroom.'],
  'article.added': ({ sentences: count }, { article }) => [
    'took in the article ',
    article,
    ` with ${counted(count, 'sentence')}.`,
  ],
  'article.edited': (_data, { article }) => ['edited the details of the article ', article, '.'],
  'article.signed_off': ({ untouched, waiver }, { article }) => [
    'signed off the article ',
    article,
    ...(waiver === undefined ? ['.'] : [` with ${counted(untouched, 'sentence')} not looked at: `, said(waiver)]),
  ],
  'article.sign_off_ended': ({ why }, { article }) =>
    why === 'by_hand'
      ? ['took back the sign-off of ', article, '.']
      : ['ended the sign-off of ', article, ': a sentence is to be looked at again.'],
  'article.version_added': ({ version, followed, confirmed, lost }, { article }) => [
    `took in version ${version} of `,
    article,
    followed.length + confirmed + lost === 0
      ? '.'
      : `: ${counted(followed.length + confirmed, 'claim')} ${followed.length + confirmed === 1 ? 'stands' : 'stand'} in it${lost > 0 ? `, ${lost} lost ${lost === 1 ? 'its' : 'their'} words` : ''}.`,
  ],
  'sentence.set_aside': ({ sentence, reason }, { article }) => [
    `marked sentence ${sentence} of `,
    article,
    ` as not a claim: ${lower(worded(setAsideWords, reason))}.`,
  ],
  'sentence.returned': ({ sentence }, { article }) => [`took back the mark on sentence ${sentence} of `, article, '.'],
  'claim.added': ({ statement }, { claim, article }) => ['made ', claim, ' in ', article, ': ', said(statement)],
  'finding.accepted': (_data, { claim }) => ['accepted what Stet had proposed as ', claim, '.'],
  'finding.set_aside': ({ reason }, { article }) => [
    'set aside a claim that Stet proposed in ',
    article,
    `: ${lower(worded(setAsideWords, reason))}.`,
  ],
  'finding.taken_back': ({ decision }, { claim, article }) =>
    decision === 'accepted'
      ? ['took back that they accepted ', claim, '.']
      : ['took back that they set a proposed claim in ', article, ' aside.'],
  'learning.switched': ({ on, decisions }) => [
    on
      ? `switched on learning from the desk, by ${counted(decisions, 'decision')}.`
      : 'switched off learning from the desk.',
  ],
  'learning.reset': ({ decisions }) => [
    `began learning from the desk again, without the ${counted(decisions, 'decision')} so far.`,
  ],
  'claim.edited': (_data, { claim }) => ['edited ', claim, '.'],
  'claim.assigned': (change, names) => assigned(change, names),
  'claim.moved': ({ before, after }, { claim }) =>
    before === 'set_aside'
      ? ['took ', claim, ` up again: it is ${lower(stateWords[after])}.`]
      : ['moved ', claim, ` from ${lower(stateWords[before])} to ${lower(stateWords[after])}.`],
  'claim.anchored': ({ version, after }, { claim }) => [
    'found ',
    claim,
    ` in version ${version} of its article: `,
    said(after),
  ],
  'claim.lost': ({ version }, { claim }) => [
    `took in version ${version} of the article, in which `,
    claim,
    ' has lost its words.',
  ],
  'claim.gone': ({ version }, { claim }) => [
    'said that the words of ',
    claim,
    ` are no longer in its article (version ${version}).`,
  ],
  'claim.set_aside': ({ reason }, { claim }) => ['set ', claim, ' aside: ', said(reason)],
  'claimant.edited': () => ['edited a claimant.'],
  'source.added': ({ kind, primary }, { source }) => [
    'added the source ',
    source,
    ` (${lower(worded(sourceKindWords, kind))}${primary ? ', primary' : ''}).`,
  ],
  'source.edited': ({ fields }, { source }) => ['edited the source ', source, ` (${fields.map(spaced).join(', ')}).`],
  'snapshot.kept': ({ origin, sha256 }, { source }) => [
    'kept a copy of ',
    source,
    `, ${snapshotOriginWords[origin]} (SHA-256 ${sha256.slice(0, 12)}…).`,
  ],
  'source.merged': ({ merged, evidence, fields }, { source, otherSource }) => [
    'merged ',
    otherSource(merged),
    ' into ',
    source,
    `: ${counted(evidence, 'piece')} of evidence moved`,
    fields.length > 0 ? `, and ${fields.map(spaced).join(', ')} taken over.` : '.',
  ],
  'source.separated': ({ merged, evidence, restored }, { source, otherSource }) => [
    'took ',
    otherSource(merged),
    ' and ',
    source,
    ` apart again: ${counted(evidence, 'piece')} of evidence moved back${restored ? '.' : ', details stayed as they were edited since.'}`,
  ],
  'evidence.added': ({ stance }, { claim, source }) => [
    'added evidence ',
    stanceTo[stance],
    claim,
    ' from ',
    source,
    '.',
  ],
  'evidence.edited': ({ fields }, { claim, source }) => [
    'edited the evidence on ',
    claim,
    ' from ',
    source,
    ` (${fields.map(spaced).join(', ')}).`,
  ],
  'evidence.looked_up': ({ after }, { claim, source }) => [
    'looked up the passage on ',
    claim,
    ' in a new copy of ',
    source,
    `: ${after === null ? 'not looked up' : lower(passageMatchWords[after])}.`,
  ],
  'evidence.withdrawn': ({ reason }, { claim, source }) => [
    'withdrew the evidence on ',
    claim,
    ' from ',
    source,
    ': ',
    said(reason),
  ],
  'verdict.given': ({ number, rating }, { claim, rating: label }) => [
    `gave verdict ${number} on `,
    claim,
    `: ${label(rating)}.`,
  ],
  'verdict.approved': ({ number }, { claim }) => [`approved verdict ${number} on `, claim, '.'],
  'verdict.returned': ({ number, reason }, { claim }) => [`returned verdict ${number} on `, claim, ': ', said(reason)],
  'decision.made': ({ number, rating, basis }, { claim, rating: label }) => [
    'decided ',
    claim,
    `: ${label(rating)} (decision ${number}, ${basisWords[basis]}).`,
  ],
  'claim.published': (_data, { claim }) => ['published ', claim, '.'],
  'claim.renewed': ({ note }, { claim }) => ['brought the public page of ', claim, ' up to date: ', said(note)],
  'claim.judged_independently': ({ after }, { claim }) =>
    after === true
      ? ['set ', claim, ' to be judged by two checkers independently.']
      : ['set ', claim, after === false ? ' to be judged by one checker.' : ' to be judged as its article says.'],
}

function assigned({ before, after }: Events['claim.assigned'], { claim, person, actor }: Names): Piece[] {
  if (after === actor && before === null) return ['took ', claim, '.']
  if (after === null)
    return before === actor ? ['gave back ', claim, '.'] : ['took ', claim, ' off ', person(before ?? 0), '.']
  return [
    'gave ',
    claim,
    ' to ',
    person(after),
    ...(before === null ? ['.'] : [', who takes over from ', person(before), '.']),
  ]
}

/** The word for a key that was stored as text; a key from another release stands for itself. */
const worded = (words: Record<string, string>, key: string): string => words[key] ?? spaced(key)

const joinedBy = { setup: ' by the setup link', invitation: ' by invitation', sample: '' }
const anRole = { reader: 'a reader', checker: 'a checker', editor: 'an editor', admin: 'an admin' }
const stanceTo = { supports: 'that supports ', refutes: 'that refutes ', context: 'that gives context to ' }
