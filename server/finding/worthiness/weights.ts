import type { Linear } from './linear.ts'
import { type NamedFeature, namedFeatures } from './words.ts'

/** The model for English, and the one for every other language. */
export type Weights = { english: Linear; any: Linear }

const unit = 0.01
const settings = ['bias', 'slope', 'shift', 'line'] as const
const isNamed = (name: string): name is NamedFeature => namedFeatures.some((known) => known === name)

/**
 * The weights as text: under `[name]` first the settings, then a line `weight TAB term` each, in hundredths; named
 * features are written with a `#`. What rounds to nothing is left out.
 */
export function writeWeights({ english, any }: Weights, head: readonly string[]): string {
  const lines = head.map((line) => `; ${line}`)
  for (const [name, model] of Object.entries({ english, any })) lines.push(`[${name}]`, ...linesOf(model))
  return `${lines.join('\n')}\n`
}

function linesOf(model: Linear): string[] {
  const named = [...model.named].map(([name, weight]): [string, number] => [`#${name}`, weight])
  const entries = [...named, ...model.terms].map(([term, weight]) => ({ term, hundredths: Math.round(weight / unit) }))
  return [
    ...settings.map((name) => `${name}=${model[name].toFixed(6)}`),
    ...entries
      .filter(({ hundredths }) => hundredths !== 0)
      .sort((a, b) => (a.term < b.term ? -1 : 1))
      .map(({ term, hundredths }) => `${hundredths}\t${term}`),
  ]
}

/** Reads what `writeWeights` wrote. Throws for anything else: weights half read would rank sentences wrongly and say nothing. */
export function readWeights(text: string): Weights {
  const models = new Map<string, Reading>()
  let model: Reading | undefined
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith(';')) continue
    const section = /^\[(\w+)\]$/.exec(line)?.[1]
    if (section) models.set(section, (model = { settings: new Map(), named: new Map(), terms: new Map() }))
    else if (!model || !readLine(model, line)) throw new Error(`The weights hold a line that is none: ${line}`)
  }
  return { english: whole(models.get('english')), any: whole(models.get('any')) }
}

type Reading = { settings: Map<string, number>; named: Map<NamedFeature, number>; terms: Map<string, number> }

function readLine({ settings: set, named, terms }: Reading, line: string): boolean {
  const tab = line.indexOf('\t')
  if (tab < 0) {
    const [name = '', value] = line.split('=')
    set.set(name, Number(value))
    return Number.isFinite(Number(value)) && value !== undefined
  }
  const weight = Number(line.slice(0, tab)) * unit
  const term = line.slice(tab + 1)
  const name = term.slice(1)
  if (!term.startsWith('#')) terms.set(term, weight)
  else if (isNamed(name)) named.set(name, weight)
  else return false
  return Number.isFinite(weight)
}

function whole(model: Reading | undefined): Linear {
  const setting = (name: (typeof settings)[number]) => model?.settings.get(name) ?? missing(name)
  return {
    bias: setting('bias'),
    slope: setting('slope'),
    shift: setting('shift'),
    line: setting('line'),
    named: model?.named ?? new Map(),
    terms: model?.terms ?? new Map(),
  }
}

function missing(name: string): never {
  throw new Error(`The weights lack “${name}”`)
}
