/**
 * A page out of what was found by asking for one row more than it holds; `last` is its last row when there are more, to go
 * on after.
 */
export function pageOf<T>(found: readonly T[], size: number): { rows: T[]; last: T | undefined } {
  const rows = found.slice(0, size)
  return { rows, last: found.length > size ? rows.at(-1) : undefined }
}
