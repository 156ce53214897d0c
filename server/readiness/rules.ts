import type { PassageMatch, Stance } from '../evidence/words.ts'
import { type Alike, type WeighedSource, groupSources, isNamed } from '../independence/grouping.ts'
import { titled, whyOne } from '../independence/words.ts'
import { counted } from '../values/count.ts'
import { type PolicyLevel, type PolicyRule, type Side, policyRules, sides } from './words.ts'

type Weighed = { stance: Stance; passage: string | null; passageMatch: PassageMatch | null; source: WeighedSource }

/** What the rules look at: what stands on a claim, nothing withdrawn among it. */
export type Standing = {
  evidence: readonly Weighed[]
  /** Which of the sources carry the same text. */
  alike?: Alike | undefined
  /** The sides on which somebody looked and found nothing. */
  searched: readonly Side[]
  /** How many attempts to get the claimant's side are noted. */
  asked: number
  hasClaimant: boolean
}

/** One rule of the newsroom on one claim. */
export type ReadinessItem = {
  rule: PolicyRule
  level: Exclude<PolicyLevel, 'off'>
  met: boolean
  /** Exactly what is missing, in a sentence; null when the rule is met, and `because` says why it is. */
  missing: string | null
  because: string | null
  /** The sides that nothing is known of; only the rule about both sides names any. */
  sides: readonly Side[]
}

export type Levels = Record<PolicyRule, PolicyLevel>

type Finding = { because: string } | { missing: string; sides?: readonly Side[] }

/** How a claim stands by the rules that are not off, in their order. */
export function judgeReadiness(levels: Levels, standing: Standing): ReadinessItem[] {
  return policyRules.flatMap((rule) => {
    const level = levels[rule]
    if (level === 'off') return []
    const found = findings[rule](standing)
    return [{ rule, level, met: 'because' in found, missing: null, because: null, sides: [], ...found }]
  })
}

const findings: Record<PolicyRule, (standing: Standing) => Finding> = {
  evidence: ({ evidence }) =>
    evidence.length > 0
      ? { because: `${counted(evidence.length, 'piece')} of evidence.` }
      : { missing: 'There is no evidence on this claim.' },
  weight: ({ evidence, alike }) => weigh(distinct(evidence.map(({ source }) => source)), alike),
  both_sides: searchedSides,
  claimant_asked: ({ asked, hasClaimant }) => {
    if (!hasClaimant) return { because: 'No claimant is named, so nobody has to be asked.' }
    if (asked > 0) return { because: `${counted(asked, 'attempt')} to get a reply.` }
    return { missing: 'No attempt to get the claimant’s side is noted.' }
  },
  passages: ({ evidence }) => lookedFor(evidence.filter(({ passage }) => passage !== null)),
}

function lookedFor(quoting: Weighed[]): Finding {
  const lost = quoting.filter(({ passageMatch }) => passageMatch === 'missing')
  const unknown = quoting.filter(({ passageMatch }) => passageMatch === null)
  const missing = [
    ...(lost.length > 0 ? [`Not in the copy of ${namesOf(lost)}.`] : []),
    ...(unknown.length > 0 ? [`Not looked up, since no copy with a text is kept: ${namesOf(unknown)}.`] : []),
  ]
  if (missing.length > 0) return { missing: sentence(missing.join(' ')) }
  if (quoting.length === 0) return { because: 'No evidence quotes a passage.' }
  const near = quoting.filter(({ passageMatch }) => passageMatch === 'near').length
  return {
    because: `${counted(quoting.length, 'passage')} found${near > 0 ? `, ${near} of them not word for word` : ''}.`,
  }
}

// A confidential source has no name here.
function namesOf(items: Weighed[]): string {
  const named = distinct(items.map(({ source }) => source).filter(({ confidential }) => !confidential)).map(titled)
  const hidden = distinct(items.map(({ source }) => source)).length - named.length
  return [...named, ...(hidden > 0 ? [counted(hidden, 'confidential source')] : [])].join(', ')
}

function weigh(sources: WeighedSource[], alike: Alike = []): Finding {
  const primaries = sources.filter(({ primary }) => primary)
  const primary = primaries.find(({ confidential }) => !confidential) ?? primaries[0]
  if (primary)
    return { because: primary.confidential ? 'One source is primary.' : `${titled(primary)} is a primary source.` }
  const [only, second] = sources
  if (!only) return { missing: 'There is no source, so neither a primary one nor two independent ones.' }
  if (!second)
    return {
      missing: `${only.confidential ? 'There is one source only' : `${titled(only)} is the only source`}, and it is not primary.`,
    }
  const publicFirst = sources.toSorted((a, b) => Number(a.confidential) - Number(b.confidential))
  const grouping = groupSources(publicFirst, alike)
  const [one, other] = grouping.groups.map((group) => group.sources.find(isNamed))
  if (one && other) return { because: `${sentence(named([one, other]))} are independent of each other.` }
  const shown = pairsOf(publicFirst.slice(0, 3)).map((pair) => `${named(pair)} count as one: ${whyOne(grouping, pair)}`)
  const rest = sources.length > 3 ? '; and so on for each two of the others' : ''
  return { missing: `No source is primary, and no two are independent. ${sentence(shown.join('; '))}${rest}.` }
}

function searchedSides({ evidence, searched }: Standing): Finding {
  const empty = sides.filter((side) => !evidence.some(({ stance }) => stance === side))
  const unknown = empty.filter((side) => !searched.includes(side))
  if (unknown.length > 0) {
    const nothing = `Nothing ${unknown.join(' or ')} the claim, and nobody has noted that they looked.`
    return { missing: nothing, sides: unknown }
  }
  if (empty.length === 0) return { because: 'There is evidence on both sides.' }
  return { because: `Somebody looked for what ${empty.join(' or ')} the claim, and found nothing.` }
}

type Pair = readonly [WeighedSource, WeighedSource]

const distinct = (sources: WeighedSource[]) => [...new Map(sources.map((source) => [source.id, source])).values()]

const pairsOf = (sources: WeighedSource[]) =>
  sources.flatMap((a, index) => sources.slice(index + 1).map((b): Pair => [a, b]))

const named = ([a, b]: Pair) =>
  a.confidential && b.confidential ? 'two of the sources' : `${titled(a)} and ${titled(b)}`

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
