/** Every kind of problem that the API tells of, by the name that ends its `type`. */
export const problemKinds = {
  'not-understood': { status: 400, title: 'Not understood', means: 'The address or the body is not well-formed.' },
  unauthorized: {
    status: 401,
    title: 'No token',
    means: 'The token is missing, unknown, revoked or out of date, or its owner’s account is closed.',
  },
  'out-of-scope': { status: 403, title: 'Out of scope', means: 'The token has not the scope that this takes.' },
  'not-allowed': { status: 403, title: 'Not allowed', means: 'The person whose token it is may not do this.' },
  'people-only': { status: 403, title: 'For people', means: 'Only a person does this, signed in with a browser.' },
  'not-found': {
    status: 404,
    title: 'Not found',
    means: 'There is no such thing, or it is confidential, which no program is told.',
  },
  'method-not-allowed': { status: 405, title: 'No such method', means: 'The address does not take this method.' },
  conflict: {
    status: 409,
    title: 'Somebody was first',
    means: 'It is there already, or its state does not allow it. `existing` names the article or claim that is there.',
  },
  changed: {
    status: 412,
    title: 'Changed meanwhile',
    means: 'It is not what If-Match says any more: `etag` is what it has now. Read it again, then decide.',
  },
  'too-large': { status: 413, title: 'Too large', means: 'The body is more than 2 MB.' },
  'media-type': {
    status: 415,
    title: 'Not JSON',
    means: 'The body is not application/json in UTF-8, or it is compressed.',
  },
  misdirected: { status: 421, title: 'Wrong address', means: 'This server answers at another address.' },
  invalid: { status: 422, title: 'Not saved', means: 'Something in the body is not as it has to be: see `errors`.' },
  'key-reused': {
    status: 422,
    title: 'Key used before',
    means: 'The same Idempotency-Key came with another request in the last 24 hours.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is missing',
    means: 'What changes something says with If-Match what it has read.',
  },
  'too-many': { status: 429, title: 'Too many requests', means: 'Wait as long as Retry-After says, in seconds.' },
  unforeseen: {
    status: 500,
    title: 'Something went wrong',
    means: 'A fault on our side. Nothing was saved; the log has the error under `id`.',
  },
  busy: { status: 503, title: 'Busy', means: 'Another process holds the database. Nothing was saved; try again.' },
  'disk-full': { status: 507, title: 'Disk full', means: 'The disk is full, so nothing was saved.' },
} as const

export type ProblemKind = keyof typeof problemKinds

/** What is wrong in one place: of the body as a JSON pointer, of the address as the name of a parameter. */
export type Fault = { detail: string; pointer: string } | { detail: string; parameter: string }

/** The kind that stands for a status and nothing more particular. */
export function kindOfStatus(status: number): ProblemKind {
  const entry = Object.entries(problemKinds).find(([, kind]) => kind.status === status)
  // Its keys are those of the table.
  return (entry?.[0] as ProblemKind | undefined) ?? 'not-understood'
}
