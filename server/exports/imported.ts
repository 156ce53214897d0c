import type { Conn } from '../../db/conn.ts'
import type { Cell } from './csv.ts'
import { type ImportedOfClaim, importedOfClaims, importedOfEvidence } from './imported-store.ts'

type Said = Record<string, Cell>

const ofEvidence = ['evidence_count', 'supports_count', 'refutes_count', 'context_count', 'independent_sources']
const numbers = new Set([...ofEvidence, 'rating_value', 'correction_count', 'decision_number'])
const ofVerdict = [
  'rating',
  'rating_value',
  'rating_scale',
  'decision_basis',
  'checker',
  'reviewer',
  'decided_at',
  'correction_count',
  'last_correction_at',
  'corrected_from',
  'adjudicator',
  'difference',
  'override_reason',
  'decision_number',
  'imported_rating',
  'imported_url',
]

/**
 * The rows of claims, an id in the first cell of each, with what the file said that they came out of, as long as nobody here has
 * given a verdict. What came as our own file is so given back as it came.
 */
export async function withImportedClaims(conn: Conn, header: readonly string[], rows: Cell[][]): Promise<Cell[][]> {
  const found = await importedOfClaims(conn, idsOf(rows))
  const byId = new Map(found.map((one) => [one.id, one]))
  const countAt = header.indexOf('evidence_count')
  return rows.map((cells) => {
    const one = byId.get(Number(cells[0]))
    return one ? replaced(header, cells, saidOf(one, Number(cells[countAt]) > 0)) : cells
  })
}

/** The same for evidence: what is known here of a copy that its passage was looked up in goes before what the file said. */
export async function withImportedEvidence(conn: Conn, header: readonly string[], rows: Cell[][]): Promise<Cell[][]> {
  const byId = new Map((await importedOfEvidence(conn, idsOf(rows))).map(({ id, cells }) => [id, cells]))
  const [foundAt, readAt] = [header.indexOf('passage_found'), header.indexOf('accessed_at')]
  return rows.map((cells) => {
    const said = byId.get(Number(cells[0]))
    if (!said) return cells
    const { added_by = null, added_at = null, ...copy } = said
    const isLookedUp = cells[foundAt] !== null || cells[readAt] !== null
    return replaced(header, cells, { added_by, added_at, ...(!isLookedUp && { passage_url: null, ...copy }) })
  })
}

const idsOf = (rows: readonly Cell[][]) => rows.map(([id]) => Number(id))

const replaced = (header: readonly string[], cells: Cell[], said: Said): Cell[] =>
  header.map((name, at) => (name in said ? (said[name] ?? null) : (cells[at] ?? null)))

function saidOf({ state, verdict, rating, own }: ImportedOfClaim, hasEvidence: boolean): Said {
  if (state === 'set_aside' && own?.state !== 'set_aside') return {}
  if (!own) return verdict ? verdictSaid({ verdict, rating }) : {}
  const names = [...ofVerdict, ...(own.state === state ? ['state', 'published_at'] : [])]
  if (!hasEvidence) names.push(...ofEvidence, 'source_urls')
  const said = Object.fromEntries(names.map((name) => [name, typed(name, own.cells[name])]))
  return { ...said, rationale: verdict?.rationale || null }
}

const verdictSaid = ({ verdict, rating }: Pick<ImportedOfClaim, 'rating'> & { verdict: Verdict }): Said => ({
  rating: rating?.key ?? null,
  rating_value: rating?.value ?? null,
  rating_scale: rating?.scale ?? null,
  rationale: verdict.rationale || null,
  decision_basis: 'imported',
  checker: verdict.checker,
  decided_at: verdict.checkedOn,
  imported_rating: verdict.label,
  imported_url: verdict.url,
})
type Verdict = NonNullable<ImportedOfClaim['verdict']>

function typed(name: string, text: string | undefined): Cell {
  if (name === 'source_urls') return text?.split(' | ') ?? []
  return text === undefined ? null : numbers.has(name) ? Number(text) : text
}
