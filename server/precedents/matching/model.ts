import { type Scope, type Sign, type Signs, signsOf } from './signs.ts'

/** A linear model: what each sign adds, and how the sum is read as a probability (Platt 1999). */
export type Model = { bias: number; signs: ReadonlyMap<Sign, number>; slope: number; shift: number }

/** The model of each scope, and in what share of all checks a common stem stands. */
export type Matching = { models: Record<Scope, Model>; shares: ReadonlyMap<string, number> }

/** The sum before it is made a probability. */
export function sumOf({ bias, signs }: Pick<Model, 'bias' | 'signs'>, found: Signs): number {
  let sum = bias
  for (const [sign, weight] of signs) sum += weight * (found[sign] ?? 0)
  return sum
}

/** How likely it is that the check is about what is asked: 0 to 1. */
export const probabilityOf = (model: Model, found: Signs): number =>
  1 / (1 + Math.exp(-(model.slope * sumOf(model, found) + model.shift)))

const settings = ['bias', 'slope', 'shift'] as const

/** The model as text: under `[scope]` the settings and the weight of each sign; under `[shares]` the common stems, in ten-thousandths. */
export function writeMatching({ models, shares }: Matching, head: readonly string[]): string {
  const lines = head.map((line) => `; ${line}`)
  for (const [scope, model] of Object.entries(models)) {
    lines.push(`[${scope}]`, ...settings.map((name) => `${name}=${model[name].toFixed(4)}`))
    for (const [sign, weight] of model.signs) lines.push(`${sign}=${weight.toFixed(3)}`)
  }
  lines.push('[shares]')
  for (const [stem, share] of shares) lines.push(`${stem}=${Math.round(share * 10_000)}`)
  return `${lines.join('\n')}\n`
}

/** Reads what `writeMatching` wrote. Throws for anything else. */
export function readMatching(text: string): Matching {
  const sections = new Map<string, Map<string, number>>()
  let section: Map<string, number> | undefined
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith(';')) continue
    const name = /^\[(\w+)\]$/.exec(line)?.[1]
    const [key = '', value = ''] = line.split('=')
    if (name) sections.set(name, (section = new Map()))
    else if (!section || value === '' || Number.isNaN(Number(value)))
      throw new Error(`The weights hold a line that is none: ${line}`)
    else section.set(key, Number(value))
  }
  const model = (scope: Scope) => modelOf(sections.get(scope) ?? new Map(), signsOf[scope])
  const shares = [...(sections.get('shares') ?? [])].map(([stem, parts]): [string, number] => [stem, parts / 10_000])
  return { models: { all: model('all'), undated: model('undated'), text: model('text') }, shares: new Map(shares) }
}

function modelOf(values: ReadonlyMap<string, number>, signs: readonly Sign[]): Model {
  const value = (name: string) => values.get(name) ?? missing(name)
  return {
    bias: value('bias'),
    slope: value('slope'),
    shift: value('shift'),
    signs: new Map(signs.map((sign) => [sign, value(sign)])),
  }
}

function missing(name: string): never {
  throw new Error(`The weights lack “${name}”`)
}
