import type { EventKind } from '../../db/schema/index.ts'
import type { EventType } from './events.ts'

type NounOf<T> = T extends `${infer Noun}.${string}` ? Noun : never

const kindOfNoun: Record<NounOf<EventType>, EventKind> = {
  article: 'articles',
  sentence: 'articles',
  claim: 'claims',
  claimant: 'claims',
  finding: 'claims',
  source: 'evidence',
  snapshot: 'evidence',
  evidence: 'evidence',
  verdict: 'verdicts',
  decision: 'verdicts',
  person: 'people',
  invitation: 'people',
  token: 'people',
  settings: 'people',
  learning: 'people',
  claims: 'exports',
  sources: 'exports',
  annotations: 'exports',
  bundle: 'exports',
  history: 'exports',
  report: 'articles',
  site: 'articles',
  error: 'verdicts',
  round: 'verdicts',
  policy: 'people',
  search: 'evidence',
  attempt: 'evidence',
  comment: 'claims',
  thread: 'claims',
  proposal: 'verdicts',
  correction: 'verdicts',
  citation: 'verdicts',
  relation: 'claims',
  check: 'evidence',
  import: 'claims',
  flag: 'verdicts',
  scale: 'people',
  rating: 'people',
  work: 'claims',
  bulk: 'claims',
  list: 'claims',
  key: 'people',
  job: 'people',
  watching: 'people',
  webhook: 'people',
}

const signIns: readonly string[] = ['person.signed_in', 'person.signed_out']

/** The group of the history list that an event stands in. */
export function kindOf(type: EventType): EventKind {
  if (signIns.includes(type)) return 'sign_ins'
  // Every type begins with one of the nouns: that is how NounOf is made.
  return kindOfNoun[type.slice(0, type.indexOf('.')) as NounOf<EventType>]
}
