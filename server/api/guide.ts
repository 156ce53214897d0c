import { MessageShape } from '../webhooks/message.ts'
import { apiBase } from './cursor.ts'
import { kindsOf, openApi } from './openapi.ts'
import { type Operation, isChange } from './operation.ts'
import { operations } from './operations.ts'
import { Me } from './own-operations.ts'
import type { ProblemKind } from './problems.ts'
import { shapes } from './shapes/index.ts'

/** A field of a body or a parameter, as the page lists it. */
export type GuideField = { name: string; type: string; required: boolean; description: string }

/** An operation as the page explains it. */
export type GuideEntry = Pick<Operation, 'id' | 'tag' | 'summary' | 'description' | 'scope' | 'cost'> & {
  method: string
  path: string
  parameters: GuideField[]
  /** Of the body, or of each kind of body that there is. */
  bodies: GuideField[][]
  answer: GuideAnswer | undefined
  curl: string
  problems: ProblemKind[]
}

/** What an operation answers: a shape or a list of them, or the fields of what has no name. */
export type GuideAnswer = { shape: string; isList: boolean } | { fields: GuideField[] }

/** What answers hold by that name. */
export type GuideShape = { name: string; description: string; fields: GuideField[] }

/** What of the document the page is made from. */
type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  maxLength?: number
  default?: unknown
  description?: string
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Content = { content?: { 'application/json'?: { schema: Schema } } }
type Documented = { parameters?: Parameter[]; requestBody?: Content; responses?: Record<string, Content> }
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
    const body = said.requestBody?.content?.['application/json']?.schema
    const answer = (said.responses?.[200] ?? said.responses?.[201])?.content?.['application/json']?.schema
    const told = { id, tag, summary, description, scope, cost }
    return {
      ...told,
      method: method.toUpperCase(),
      path: apiBase + path,
      parameters: (said.parameters ?? []).filter(({ in: where }) => where === 'query').map(parameterField),
      bodies: body ? fieldsOf(document, body) : [],
      answer: answer && answerOf(document, answer),
      curl: curlOf(operation, origin),
      problems: [...new Set(kindsOf(operation))],
    }
  })
}

/** Everything with a name that answers and messages hold, made from the document. */
export function guideShapes(origin: string): GuideShape[] {
  // As above.
  const document = openApi(origin) as Document
  return [...shapes, Me, MessageShape].map((shape) => {
    const name = String(shape.meta()?.id)
    const schema = document.components.schemas[name] ?? {}
    const fields = Object.entries(schema.properties ?? {}).flatMap(([field, one]) => shownField(field, one))
    return { name, description: schema.description ?? '', fields }
  })
}

function answerOf(document: Document, schema: Schema): GuideAnswer {
  const item = schema.properties?.items?.items
  const shape = nameOf(item ?? schema)
  if (shape) return { shape, isList: item !== undefined }
  return { fields: Object.entries(schema.properties ?? {}).flatMap(([field, one]) => shownField(field, one)) }
}

// Of an answer every field is there, and what has a name stands under it.
function shownField(name: string, schema: Schema): GuideField[] {
  const own = { name, type: typeOf(schema), required: false, description: schema.description ?? '' }
  const [whole = {}] = [schema, ...(schema.anyOf ?? [])].filter(({ properties, items }) => properties ?? items)
  const inner = whole.items ? { path: `${name}[]`, from: whole.items } : { path: name, from: whole }
  return [
    own,
    ...Object.entries(inner.from.properties ?? {}).flatMap(([field, one]) => shownField(`${inner.path}.${field}`, one)),
  ]
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

const nameOf = ({ $ref }: Schema) => $ref && $ref.slice($ref.lastIndexOf('/') + 1)

function resolved(document: Document, schema: Schema): Schema {
  const name = nameOf(schema)
  return (name && document.components.schemas[name]) || schema
}

function typeOf(schema: Schema): string {
  const most = schema.maxLength === undefined ? '' : `, up to ${schema.maxLength.toLocaleString('en')} characters`
  const usual = schema.default === undefined ? '' : `, ${JSON.stringify(schema.default)} when left out`
  return kindOf(schema) + most + usual
}

function kindOf(schema: Schema): string {
  const name = nameOf(schema)
  if (name) return name
  if (schema.prefixItems) return `[${schema.prefixItems.map(kindOf).join(', ')}]`
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ')
  if (schema.enum) return schema.enum.map(String).join(' | ')
  const types = [schema.type ?? 'object'].flat().map((type) => (type === 'array' ? `list of ${itemsOf(schema)}` : type))
  return types.join(' or ')
}

function itemsOf({ items = {} }: Schema): string {
  const isPlain = !nameOf(items) && !items.enum && !items.prefixItems && typeof items.type === 'string'
  return isPlain ? `${kindOf(items)}s` : kindOf(items)
}

function curlOf(operation: Operation, origin: string): string {
  const { method, path, example } = operation
  const address = `${origin}${apiBase}${path.replace('{id}', '12')}${example?.query ?? ''}`
  const lines = [`curl -H "Authorization: Bearer $STET_TOKEN"`]
  if (method === 'patch') lines.push('-X PATCH')
  if (isChange(operation)) lines.push(`-H 'If-Match: "…"'`)
  if ('body' in operation) lines.push(`-H "Idempotency-Key: ${operation.id}-1"`, '-H "Content-Type: application/json"')
  if (example?.body) lines.push(`-d '${JSON.stringify(example.body)}'`)
  if ('refuses' in operation) lines.push('-X POST')
  return [...lines, `"${address}"`].join(' \\\n  ')
}
