import request from 'supertest'
import type { Person } from '../../server/accounts/permissions.ts'
import { makeToken } from '../../server/tokens/token.ts'
import { type Scope, scopes as allScopes } from '../../server/tokens/words.ts'
import type { Newsroom } from '../support/newsroom.ts'

type Headers = Record<string, string>

/** One person's program: sends a token of theirs with every request, and takes what it is told as JSON. */
export async function programOf({ app, db }: Newsroom, person: Person, scopes: readonly Scope[] = allScopes) {
  const token = await makeToken(db, person, { name: 'Test', scopes: [...scopes], days: 30 })
  const ask = (method: 'get' | 'post' | 'patch' | 'put' | 'delete' | 'options', path: string, headers: Headers = {}) =>
    request(app)
      [method](`/api/v1${path}`)
      .set({ Authorization: `Bearer ${token}`, Host: 'stet.example', ...headers })
  return {
    token,
    ask,
    get: (path: string, headers?: Headers) => ask('get', path, headers),
    post: (path: string, body: object, headers?: Headers) => ask('post', path, headers).send(body),
    patch: (path: string, body: object, headers?: Headers) => ask('patch', path, headers).send(body),
  }
}

export type Program = Awaited<ReturnType<typeof programOf>>

/** The names of problems end their types. */
export const kindOf = (answer: { body: { type?: string } }): string => answer.body.type?.split('#')[1] ?? ''
