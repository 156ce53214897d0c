/** What the list can show of a claim besides its number and statement, in the order of the table. */
export const columnKeys = [
  'article',
  'claimant',
  'verdict',
  'state',
  'assignee',
  'due',
  'priority',
  'kind',
  'tags',
  'evidence',
  'changed',
  'added',
  'decided',
  'published',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** What the list shows unless somebody wants it otherwise. */
export const usualColumns: readonly ColumnKey[] = ['article', 'verdict', 'state', 'assignee', 'due', 'evidence']

/** How the screen says it. */
export const columnWords: Record<ColumnKey, string> = {
  article: 'Article',
  claimant: 'Said by',
  verdict: 'Verdict',
  state: 'State',
  assignee: 'Assigned to',
  due: 'Due',
  priority: 'Priority',
  kind: 'Kind',
  tags: 'Tags',
  evidence: 'Evidence',
  changed: 'Changed',
  added: 'Added',
  decided: 'Decided',
  published: 'Published',
}

// The claim is always there; it stands for a table without further columns.
const always = 'claim'

/** The columns as an address and a form say them: `claim,article,verdict`. */
export const columnsText = (columns: readonly ColumnKey[]): string => [always, ...columns].join(',')

/** Reads what `columnsText` writes, in any order; undefined where a word is no column. */
export function readColumns(text: string): ColumnKey[] | undefined {
  const words = new Set(text.split(',').filter((word) => word !== always && word !== ''))
  const found = columnKeys.filter((key) => words.has(key))
  return found.length === words.size ? found : undefined
}
