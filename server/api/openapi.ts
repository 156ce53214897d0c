import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { release } from '../release.ts'
import { apiBase } from './cursor.ts'
import { type Operation, isChange, tags } from './operation.ts'
import { operations } from './operations.ts'
import { type ProblemKind, problemKinds } from './problems.ts'
import { shapes } from './shapes/index.ts'
import { MessageShape } from '../webhooks/message.ts'
import { type WebhookEvent, eventWords, webhookEvents } from '../webhooks/words.ts'

const ProblemShape = z
  .looseObject({
    type: z.url().meta({ description: 'Its end names the kind; the page there says what it means.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(
        z.strictObject({
          detail: z.string(),
          pointer: z.string().optional().meta({ description: 'A JSON pointer into the body (RFC 6901).' }),
          parameter: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' })

const always: readonly ProblemKind[] = ['unauthorized', 'too-many', 'unforeseen']
const whenWriting: readonly ProblemKind[] = [
  'not-understood',
  'not-allowed',
  'too-large',
  'media-type',
  'invalid',
  'busy',
]

/** The OpenAPI 3.1 document of everything that is served. `origin` is the address of this server. */
export function openApi(origin: string): object {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  for (const operation of operations) registry.registerPath(routeOf(operation))
  for (const event of webhookEvents) registry.registerWebhook(webhookOf(event))
  // Each shape has its name in itself.
  const named = [...shapes, ProblemShape].map((schema) => ({ type: 'schema' as const, schema }))
  return new OpenApiGeneratorV31([...named, ...registry.definitions]).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Stet',
      version: release,
      description: 'Articles, claims, evidence and decisions of this newsroom.',
    },
    servers: [{ url: origin + apiBase }],
    tags: tags.map((name) => ({ name })),
    security: [{ token: [] }],
  })
}

function routeOf(operation: Operation): RouteConfig {
  const { id, method, path, tag, summary, description, scope } = operation
  const takes = scope === null ? 'Any token will do.' : `Takes the scope \`${scope}\`.`
  return {
    operationId: id,
    method,
    path,
    tags: [tag],
    summary,
    description: [description, takes].filter(Boolean).join(' '),
    request: requestOf(operation),
    responses: { ...answersOf(operation), ...problemsOf(operation) },
  }
}

const SignatureHeaders = z.object({
  'Stet-Timestamp': z.string().meta({ description: 'When it was sent, in seconds since 1970.' }),
  'Stet-Signature': z
    .string()
    .meta({ description: 'v1= and the HMAC-SHA256, in hexadecimal, of the timestamp, a full stop and the body.' }),
})

const webhookOf = (event: WebhookEvent): RouteConfig => ({
  method: 'post',
  path: event,
  summary: eventWords[event],
  request: { headers: SignatureHeaders, body: { required: true, content: json(MessageShape) } },
  responses: { 204: { description: 'Taken. Any status from 200 to 299 will do; others are tried again.' } },
})

const json = (schema: z.ZodType) => ({ 'application/json': { schema } })

function requestOf(operation: Operation): RouteConfig['request'] {
  const params = operation.path.includes('{id}') ? z.strictObject({ id: z.int().positive() }) : undefined
  if (operation.method === 'get') return { params, query: operation.query }
  if ('refuses' in operation) return { params }
  return { params, headers: headersOf(operation), body: { required: true, content: json(operation.body) } }
}

const Key = z
  .string()
  .max(255)
  .optional()
  .meta({ description: 'Any text of your own: the same request sent again with it within 24 hours is done once.' })
const IfMatch = z.string().meta({ description: 'The ETag that you have read.' })

const headersOf = (operation: Operation) =>
  isChange(operation) ? z.object({ 'Idempotency-Key': Key, 'If-Match': IfMatch }) : z.object({ 'Idempotency-Key': Key })

const etag = { ETag: { schema: { type: 'string' as const }, description: 'Changes with anything in the answer.' } }

function answersOf(operation: Operation): RouteConfig['responses'] {
  if ('refuses' in operation) return {}
  const content = json(operation.answer)
  if (operation.method === 'get')
    return {
      200: { description: 'What was asked for', headers: etag, content },
      304: { description: 'Unchanged: If-None-Match named its ETag' },
    }
  if (isChange(operation)) return { 200: { description: 'Saved', headers: etag, content } }
  const where = { Location: { schema: { type: 'string' as const }, description: 'Where it is read' } }
  return { 201: { description: 'Made', headers: { ...etag, ...where }, content } }
}

/** The kinds of problem that an operation may tell of. */
export function kindsOf(operation: Operation): ProblemKind[] {
  const { path, method, scope, problems = [] } = operation
  const isWriting = method !== 'get' && !('refuses' in operation)
  return [
    ...always,
    ...(scope === null ? [] : (['out-of-scope'] as const)),
    ...(path.includes('{id}') ? (['not-found'] as const) : []),
    ...(method === 'get' ? (['not-understood'] as const) : []),
    ...(isWriting ? [...whenWriting, 'key-reused' as const] : []),
    ...(isChange(operation) ? (['changed', 'precondition-required'] as const) : []),
    ...problems,
  ]
}

function problemsOf(operation: Operation): RouteConfig['responses'] {
  const byStatus = Map.groupBy(kindsOf(operation), (kind) => problemKinds[kind].status)
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      {
        description: kinds.map((kind) => `${problemKinds[kind].title} (${kind})`).join('; '),
        content: { 'application/problem+json': { schema: ProblemShape } },
      },
    ]),
  )
}
