import type { Newsroom } from '../support/newsroom.ts'
import { type Cell, cells } from './public-cells.ts'

/** Who may come to see a text: everybody of the desk, those who see confidential sources, nobody until a round is closed, admins and its owner, editors, its owner, nobody ever. */
type Secrecy = 'desk' | 'confidential' | 'sealed' | 'private' | 'editors' | 'owner' | 'secret'

const closed = 'source_id in (select id from sources where confidential)'
const closedEvidence = `in (select id from evidence where ${closed})`
const sealed = 'round_id in (select id from rounds where closed_at is null)'
const sealedVerdict = `in (select id from verdicts where ${sealed})`
const staff = "('ada@example.org', 'edith@example.org', 'ben@example.org', 'rita@example.org')"

/** The rows of each table that not everybody of the desk may see, in SQL. */
const rows: Record<string, { [S in Secrecy]?: string }> = {
  sources: { confidential: 'confidential' },
  source_revisions: { confidential: closed },
  source_mergers: { confidential: 'kept_id in (select id from sources where confidential)' },
  source_flags: { confidential: closed },
  source_looks: { confidential: closed },
  archive_requests: { confidential: closed },
  snapshots: { confidential: closed },
  snapshot_texts: { confidential: `snapshot_id in (select id from snapshots where ${closed})` },
  evidence: { confidential: closed },
  verdicts: { sealed },
  comments: {
    confidential: `thread_id in (select id from threads where evidence_id ${closedEvidence})`,
    sealed: `thread_id in (select id from threads where verdict_id ${sealedVerdict})`,
  },
  // Nobody who looks around here has one of their own.
  saved_lists: { owner: 'not shared' },
  events: { confidential: closed, sealed },
}

/** Texts that belong to one person or to the admins, and those that nobody ever reads again. */
const columns: Record<string, Secrecy> = {
  'people.email': 'private',
  'sign_ins.device': 'private',
  'sign_ins.address': 'private',
  'invitations.name': 'private',
  'api_tokens.name': 'private',
  'webhooks.address': 'private',
  'error_reports.email': 'editors',
  'error_reports.salt': 'secret',
  'webhooks.secret': 'secret',
  'people.password_hash': 'secret',
  'sign_ins.token_hash': 'secret',
  'sign_ins.device_hash': 'secret',
  'invitations.token_hash': 'secret',
  'password_links.token_hash': 'secret',
  'api_tokens.token_hash': 'secret',
  'comments.salt': 'secret',
  'attempts.salt': 'secret',
}

const hashes: Cell[] = Object.entries(columns)
  .filter(([, secrecy]) => secrecy === 'secret')
  .map(([name]) => {
    const [table = '', column = ''] = name.split('.')
    return { table, column, json: false, public: 'false' }
  })

const bodies: Cell = { table: 'events', column: 'body', json: true, public: 'false' }

/** The mark of a text: it says where the text stands, and is one word for a search. */
const markOf = ({ table, column }: Cell, secrecy: Secrecy) => `zq7${table}7${column}7${secrecy}7qz`.replaceAll('_', '')

export type Mark = { where: string; secrecy: string }

/** The marks in what was sent, each once. */
export function marksIn(text: string): Mark[] {
  const found = [...text.matchAll(/zq7([a-z]+)7([a-z]+)7([a-z]+)7qz/gi)]
  const unique = new Map(
    found.map(([mark, table, column, secrecy = '']) => [mark, { where: `${table}.${column}`, secrecy }]),
  )
  return [...unique.values()]
}

/** Puts a mark into every unpublished text that there is. Returns how many rows of which places bear one. */
export function plant({ writer: { sqlite } }: Newsroom['db']): Map<string, number> {
  sqlite.function('marked', (json, mark) => JSON.stringify(markWords(JSON.parse(String(json)), String(mark))))
  const planted = new Map<string, number>()
  for (const cell of [...cells(), ...hashes, bodies]) {
    for (const [secrecy, condition] of kindsOf(cell)) {
      const mark = markOf(cell, secrecy)
      const value = cell.json ? `marked(${cell.column}, ?)` : `${cell.column} || ?`
      const typed = cell === bodies ? `cast(${value} as blob)` : value
      const where = `${cell.column} is not null and (${cell.public}) is not true and (${condition})`
      const { changes } = sqlite.prepare(`update ${cell.table} set ${cell.column} = ${typed} where ${where}`).run(mark)
      planted.set(mark, changes)
    }
  }
  return planted
}

function kindsOf({ table, column }: Cell): [Secrecy, string][] {
  const own = columns[`${table}.${column}`]
  // Those who look around here see their own.
  if (own) return [[own, table === 'people' ? `email not in ${staff}` : 'true']]
  const kinds = Object.entries(rows[table] ?? {}) as [Secrecy, string][]
  const rest = kinds.map(([, condition]) => `(${condition}) is not true`).join(' and ') || 'true'
  return [...kinds, ['desk', rest]]
}

// Words for people have a space or a capital letter; others are names that the program goes by, and dates.
function markWords(value: unknown, mark: string): unknown {
  if (typeof value === 'string') return /[A-Z ]/.test(value) && !/^\d{4}-/.test(value) ? value + mark : value
  if (Array.isArray(value)) return value.map((item) => markWords(item, mark))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, markWords(item, mark)]))
}
