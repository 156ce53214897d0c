import { apiBase } from './cursor.ts'
import { kindsOf, openApi } from './openapi.ts'
import { type Operation, isChange } from './operation.ts'
import { operations } from './operations.ts'
import type { ProblemKind } from './problems.ts'

/** A field of a body or a parameter, as the page lists it. */
export type GuideField = { name: string; type: string; required: boolean; description: string }

/** An operation as the page explains it. */
export type GuideEntry = Pick<Operation, 'id' | 'tag' | 'summary' | 'description' | 'scope' | 'cost'> & {
  method: string
  path: string
  parameters: GuideField[]
  /** Of the body, or of each kind of body that there is. */
  bodies: GuideField[][]
  curl: string
  problems: ProblemKind[]
}

/** What of the document the page is made from. */
type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  maxLength?: number
  default?: unknown
  description?: string
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Documented = {
  parameters?: Parameter[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}
type Document = {
  paths: Record<string, Record<string, Documented>>
  components: { schemas: Record<string, Schema> }
}

/** Every operation as the page explains it, made from the document. `origin` is the address of this server. */
export function guide(origin: string): GuideEntry[] {
  // What the generator made; the parts that are used here are named above.
  const document = openApi(origin) as Document
  return operations.map((operation) => {
    const { id, tag, summary, description, scope, cost, method, path } = operation
    const said = document.paths[path]?.[method] ?? {}
    const body = said.requestBody?.content['application/json'].schema
    const told = { id, tag, summary, description, scope, cost }
    return {
      ...told,
      method: method.toUpperCase(),
      path: apiBase + path,
      parameters: (said.parameters ?? []).filter(({ in: where }) => where === 'query').map(parameterField),
      bodies: body ? fieldsOf(document, body) : [],
      curl: curlOf(operation, origin),
      problems: [...new Set(kindsOf(operation))],
    }
  })
}

const parameterField = ({ name, required = false, schema }: Parameter): GuideField => ({
  name,
  type: typeOf(schema),
  required,
  description: schema.description ?? '',
})

function fieldsOf(document: Document, schema: Schema): GuideField[][] {
  const whole = resolved(document, schema)
  if (whole.anyOf) return whole.anyOf.flatMap((one) => fieldsOf(document, one))
  const { properties = {}, required = [] } = whole
  return [Object.entries(properties).flatMap(([name, one]) => fieldsAt(document, name, one, required.includes(name)))]
}

// What a named shape holds is listed under its field.
function fieldsAt(document: Document, name: string, schema: Schema, required: boolean): GuideField[] {
  const whole = resolved(document, schema)
  const own = { name, type: typeOf(whole), required, description: schema.description ?? whole.description ?? '' }
  const within = whole.anyOf && !whole.properties ? whole.anyOf : [whole]
  return [
    own,
    ...within.flatMap(({ properties = {}, required: needed = [] }) =>
      Object.entries(properties).flatMap(([inner, one]) =>
        fieldsAt(document, `${name}.${inner}`, one, needed.includes(inner)),
      ),
    ),
  ]
}

const resolved = (document: Document, schema: Schema): Schema =>
  (schema.$ref && document.components.schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)]) || schema

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ')
  const types = [schema.type ?? 'object'].flat().map((type) => (type === 'array' ? `list of ${itemOf(schema)}` : type))
  const most = schema.maxLength === undefined ? '' : `, up to ${schema.maxLength.toLocaleString('en')} characters`
  const usual = schema.default === undefined ? '' : `, ${JSON.stringify(schema.default)} when left out`
  return types.join(' or ') + most + usual
}

const itemOf = ({ items }: Schema) => `${[items?.type ?? 'object'].flat().join(' or ')}s`

function curlOf(operation: Operation, origin: string): string {
  const { method, path, example } = operation
  const address = `${origin}${apiBase}${path.replace('{id}', '12')}${example?.query ?? ''}`
  const lines = [`curl -H "Authorization: Bearer $STET_TOKEN"`]
  if (method === 'patch') lines.push('-X PATCH')
  if (isChange(operation)) lines.push(`-H 'If-Match: "…"'`)
  if ('body' in operation) lines.push(`-H "Idempotency-Key: $(uuidgen)"`, '-H "Content-Type: application/json"')
  if (example?.body) lines.push(`-d '${JSON.stringify(example.body)}'`)
  if ('refuses' in operation) lines.push('-X POST')
  return [...lines, `"${address}"`].join(' \\\n  ')
}
