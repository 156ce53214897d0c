import { type Role, roles } from '../../db/schema/index.ts'
import { Forbidden } from '../errors.ts'

/** `token` is the number of the API token by which a program acts in the person’s name. */
export type Person = { id: number; name: string; email: string; role: Role; token?: number }

type Rule<T> = { allows: (person: Person, thing: T) => boolean; refusal: string }

const rank: Record<Role, number> = { reader: 0, checker: 1, editor: 2, admin: 3 }
const atLeast = (role: Role) => (person: Person) => rank[person.role] >= rank[role]
/** Nothing confidential leaves through a program, and no program judges. */
const byHand = (role: Role) => (person: Person) => person.token === undefined && atLeast(role)(person)

/** The things that a rule looks at: only what it needs of them. */
type Things = {
  'verdict.review': { authorId: number }
  'round.change': { checkers: number[] }
  'round.adjudicate': { checkers: number[] }
  'proposal.answer': { authorId: number }
  'attempt.erase': { authorId: number }
  'comment.erase': { authorId: number }
  'person.seeEmail': { id: number }
  'bulk.undo': { madeById: number }
  'list.edit': { ownerId: number; shared: boolean }
}

const checkersOnly = 'Readers can look at everything but change nothing. Ask an admin to make you a checker.'
const editorsOnly = 'Only an editor or an admin can do this.'
const adminsOnly = 'Only an admin can do this.'

/** Who may do what: the only place that says so. Every signed-in person may read what is not confidential. */
const rules = {
  'article.add': { allows: atLeast('checker'), refusal: checkersOnly },
  'article.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'article.addVersion': { allows: atLeast('checker'), refusal: checkersOnly },
  'article.signOff': { allows: atLeast('checker'), refusal: checkersOnly },
  'article.waive': {
    allows: atLeast('editor'),
    refusal: 'Only an editor can sign off an article while sentences are left that nobody has looked at.',
  },
  'sentence.triage': { allows: atLeast('checker'), refusal: checkersOnly },
  'claim.add': { allows: atLeast('checker'), refusal: checkersOnly },
  'claim.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'claim.move': { allows: atLeast('checker'), refusal: checkersOnly },
  'claim.place': { allows: atLeast('checker'), refusal: checkersOnly },
  'claim.take': { allows: atLeast('checker'), refusal: checkersOnly },
  'claim.assign': { allows: atLeast('editor'), refusal: 'Only an editor can give a claim to somebody else.' },
  'claims.export': { allows: atLeast('reader'), refusal: 'Sign in to export claims.' },
  'bundle.export': { allows: atLeast('editor'), refusal: editorsOnly },
  'claimant.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'source.add': { allows: atLeast('checker'), refusal: checkersOnly },
  'source.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'source.merge': { allows: atLeast('checker'), refusal: checkersOnly },
  'sources.export': { allows: atLeast('reader'), refusal: 'Sign in to export sources.' },
  'source.seeConfidential': { allows: byHand('checker'), refusal: 'This source is confidential.' },
  'snapshot.keep': { allows: atLeast('checker'), refusal: checkersOnly },
  'source.archive': { allows: atLeast('checker'), refusal: checkersOnly },
  'source.watch': { allows: atLeast('checker'), refusal: checkersOnly },
  'evidence.add': { allows: atLeast('checker'), refusal: checkersOnly },
  'evidence.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'verdict.give': { allows: byHand('checker'), refusal: checkersOnly },
  'verdict.review': {
    allows: (person: Person, verdict: { authorId: number }) =>
      byHand('checker')(person) && verdict.authorId !== person.id,
    refusal: 'A verdict is reviewed by a checker or editor who did not give it.',
  },
  'claim.publish': { allows: byHand('editor'), refusal: editorsOnly },
  'report.publish': { allows: byHand('editor'), refusal: editorsOnly },
  'error.see': { allows: atLeast('checker'), refusal: checkersOnly },
  'error.answer': { allows: atLeast('editor'), refusal: editorsOnly },
  'site.write': { allows: atLeast('editor'), refusal: editorsOnly },
  'round.open': { allows: atLeast('editor'), refusal: 'Only an editor can name the two checkers of a claim.' },
  'round.change': {
    allows: (person: Person, { checkers }: { checkers: number[] }) =>
      atLeast('editor')(person) && !checkers.includes(person.id),
    refusal: 'Who judges a claim independently is changed by an editor who is not one of the two.',
  },
  'round.agree': { allows: atLeast('checker'), refusal: checkersOnly },
  'round.adjudicate': {
    allows: (person: Person, { checkers }: { checkers: number[] }) =>
      atLeast('editor')(person) && !checkers.includes(person.id),
    refusal: 'Two verdicts that differ are settled by an editor who gave neither of them.',
  },
  'readiness.record': { allows: atLeast('checker'), refusal: checkersOnly },
  'policy.edit': { allows: atLeast('admin'), refusal: adminsOnly },
  'attempt.add': { allows: atLeast('checker'), refusal: checkersOnly },
  'attempt.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'attempt.erase': {
    allows: (person: Person, attempt: { authorId: number }) =>
      atLeast('admin')(person) || (atLeast('checker')(person) && attempt.authorId === person.id),
    refusal: 'Only who noted it or an admin can erase an entry.',
  },
  'comment.add': { allows: atLeast('checker'), refusal: checkersOnly },
  'comment.erase': {
    allows: (person: Person, comment: { authorId: number }) =>
      atLeast('admin')(person) || (atLeast('checker')(person) && comment.authorId === person.id),
    refusal: 'Only its author or an admin can erase a comment.',
  },
  'thread.resolve': { allows: atLeast('checker'), refusal: checkersOnly },
  'proposal.make': { allows: atLeast('checker'), refusal: checkersOnly },
  'proposal.answer': {
    allows: (person: Person, proposal: { authorId: number }) =>
      atLeast('editor')(person) && proposal.authorId !== person.id,
    refusal: 'A change of a published decision is approved by an editor who did not ask for it.',
  },
  'citation.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'relation.edit': { allows: atLeast('checker'), refusal: checkersOnly },
  'check.add': { allows: atLeast('checker'), refusal: checkersOnly },
  'bulk.undo': {
    allows: (person: Person, { madeById }: { madeById: number }) =>
      atLeast('editor')(person) || (atLeast('checker')(person) && madeById === person.id),
    refusal: 'Only who made a change of many claims or an editor can undo it.',
  },
  'list.share': { allows: atLeast('checker'), refusal: checkersOnly },
  'list.edit': {
    allows: (person: Person, { ownerId, shared }: { ownerId: number; shared: boolean }) =>
      (ownerId === person.id && (!shared || atLeast('checker')(person))) || (shared && atLeast('editor')(person)),
    refusal: 'A list of all is changed by who made it or an editor.',
  },
  'import.run': { allows: atLeast('editor'), refusal: editorsOnly },
  'flag.clear': { allows: atLeast('checker'), refusal: checkersOnly },
  'scale.edit': { allows: atLeast('admin'), refusal: adminsOnly },
  'person.invite': { allows: atLeast('admin'), refusal: adminsOnly },
  'person.seeEmail': {
    allows: (person: Person, other: { id: number }) => atLeast('admin')(person) || other.id === person.id,
    refusal: 'Only admins see the email addresses of others.',
  },
  'person.edit': { allows: atLeast('admin'), refusal: adminsOnly },
  'watching.change': { allows: atLeast('admin'), refusal: adminsOnly },
  'webhook.manage': { allows: atLeast('admin'), refusal: adminsOnly },
  'jobs.manage': { allows: atLeast('admin'), refusal: adminsOnly },
  'settings.edit': { allows: atLeast('admin'), refusal: adminsOnly },
  'learning.change': { allows: atLeast('admin'), refusal: adminsOnly },
  'agreement.byPair': { allows: atLeast('editor'), refusal: editorsOnly },
  'history.export': { allows: atLeast('reader'), refusal: 'Sign in to export the history.' },
  'history.verify': { allows: atLeast('editor'), refusal: editorsOnly },
} satisfies Record<string, Rule<never>>

export type Action = keyof typeof rules
type Thing<A extends Action> = A extends keyof Things ? [thing: Things[A]] : []

export const actions = Object.keys(rules) as Action[]

/** Whether the person may do it, for views. */
export function can<A extends Action>(person: Person, action: A, ...[thing]: Thing<A>): boolean {
  // `Thing` has already tied the thing to its action.
  const rule = rules[action] as Rule<unknown>
  return rule.allows(person, thing)
}

/** Throws Forbidden, naming the rule, unless the person may do it. */
export function permit<A extends Action>(person: Person, action: A, ...thing: Thing<A>): void {
  if (!can(person, action, ...thing)) throw new Forbidden(action, rules[action].refusal)
}

/** The roles that a person must be in one of to do it; for rules that look at no thing. */
export function rolesThatMay(action: Exclude<Action, keyof Things>): Role[] {
  return roles.filter((role) => can({ id: 0, name: '', email: '', role }, action))
}
