import { createHash } from 'node:crypto'
import { type ClaimKind, type ClaimState, type Standing, claimKinds, claimStates } from '../claims/words.ts'
import { type Stance, stances } from '../evidence/words.ts'
import { type SourceKind, sourceKinds } from '../sources/words.ts'
import { OwnCells } from './own-cells.ts'
import { keptOfClaim, keptOfEvidence } from './own-columns.ts'
import type { Problem } from './row.ts'

/** A claim as our own file tells of it; numbers that end in `There` are those of where it came from. */
export type OwnClaim = {
  kind: 'own_claims'
  claimThere: number
  number: number
  articleThere: number
  article: { title: string; publishedOn: string | null; outlet: string | null; language: string }
  articleVersion: number
  standing: Standing
  statement: string
  quote: string
  /** UTF-16 code units of the text of that version. */
  start: number
  end: number
  claimant: string | null
  role: string
  reportedBy: string | null
  claimedOn: string | null
  claimKind: ClaimKind
  tags: string[]
  state: ClaimState
  rating: { key: string; scale: string } | null
  rationale: string
  url: string
  cells: Record<string, string>
}

/** A piece of evidence as our own file tells of it. */
export type OwnEvidence = {
  kind: 'own_evidence'
  evidenceThere: number
  claimThere: number
  sourceThere: number
  source: {
    title: string
    publisher: string | null
    url: string | null
    archivedUrl: string | null
    kind: SourceKind
    primary: boolean
  }
  stance: Stance
  passage: string | null
  locator: string | null
  cells: Record<string, string>
}

type Read<T> = { value: T; key: string } | { problems: Problem[] }
export type OwnTable = { format: 'own_claims' | 'own_evidence'; names: readonly string[]; guarded: boolean }

/** Reads the cells of a row of our own file, each taken as it stands there but for its guard. */
export function readOwnRow(cells: readonly string[], table: OwnTable): Read<OwnClaim | OwnEvidence> {
  const reader = new OwnCells(table.names, cells, table.guarded)
  const value = table.format === 'own_claims' ? ownClaim(reader) : ownEvidence(reader)
  if (reader.problems.length > 0) return { problems: reader.problems }
  const known =
    value.kind === 'own_claims' ? [value.url] : [value.evidenceThere, value.claimThere, value.cells.added_at]
  return {
    value,
    key: createHash('sha256')
      .update(JSON.stringify([value.kind, ...known]))
      .digest('base64url'),
  }
}

const standings: readonly Standing[] = ['here', 'lost', 'gone']

function ownClaim(cells: OwnCells): OwnClaim {
  const articleThere = cells.number('article_id', 1)
  const [, article, number] = /^(\d{1,15})-(\d{1,15})$/.exec(cells.text('claim_number')) ?? []
  if (Number(article) !== articleThere)
    cells.wrong('claim_number', 'This is not the number that Stet wrote here, such as 1-12. Export the file again.')
  const [key, scale] = [cells.text('rating'), cells.text('rating_scale')]
  return {
    kind: 'own_claims',
    claimThere: cells.number('claim_id', 1),
    number: Number(number),
    articleThere,
    article: {
      title: cells.needed('article_title'),
      publishedOn: cells.maybe('article_published_on'),
      outlet: cells.maybe('outlet'),
      language: cells.needed('language'),
    },
    // Files of before there were versions do not have these two.
    articleVersion: cells.text('article_version') === '' ? 1 : cells.number('article_version', 1),
    standing: cells.one('quote_standing', standings, 'here'),
    statement: cells.needed('statement'),
    quote: cells.needed('quote'),
    start: cells.number('quote_start'),
    end: cells.number('quote_end', 1),
    claimant: cells.maybe('claimant'),
    role: cells.text('claimant_role'),
    reportedBy: cells.maybe('reported_by'),
    claimedOn: cells.maybe('claimed_on'),
    claimKind: cells.one('claim_kind', claimKinds, 'event'),
    tags: cells.text('tags').split(' | ').filter(Boolean),
    state: cells.one('state', claimStates, 'open'),
    rating: key === '' ? null : { key, scale },
    rationale: cells.text('rationale'),
    url: cells.needed('claim_url'),
    cells: cells.kept(keptOfClaim),
  }
}

function ownEvidence(cells: OwnCells): OwnEvidence {
  return {
    kind: 'own_evidence',
    evidenceThere: cells.number('evidence_id', 1),
    claimThere: cells.number('claim_id', 1),
    sourceThere: cells.number('source_id', 1),
    source: {
      title: cells.needed('source_title'),
      publisher: cells.maybe('publisher'),
      url: cells.maybe('url'),
      archivedUrl: cells.maybe('archived_url'),
      kind: cells.one('source_kind', sourceKinds, 'other'),
      primary: cells.one('primary', ['true', 'false'], 'false') === 'true',
    },
    stance: cells.one('stance', stances, 'context'),
    passage: cells.maybe('passage'),
    locator: cells.maybe('locator'),
    cells: cells.kept(keptOfEvidence),
  }
}
