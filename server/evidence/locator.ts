import type { SnapshotText } from '../snapshots/snapshot.ts'

const counts = new Set(['paragraph', 'quotation', 'item'])

/** Where a place of a copy is, as people say it: “p. 3, paragraph 2”, counted on its page; “paragraph 14” without pages. */
export function locatorOf({ blocks, pages }: Pick<SnapshotText, 'blocks' | 'pages'>, at: number): string | null {
  const page = pages?.findIndex(({ start, end }) => start <= at && at < end) ?? -1
  const from = pages?.[page]?.start ?? 0
  const before = blocks.filter(({ kind, start }) => counts.has(kind) && start >= from && start <= at)
  const paragraph = before.length > 0 ? `paragraph ${before.length}` : null
  if (page < 0) return paragraph
  return [`p. ${page + 1}`, paragraph].filter((part) => part !== null).join(', ')
}
