import { searchable } from '../text/search-words.ts'

const longest = 50

/** A name as a key of files and addresses: `Mostly true!` is `mostly-true`; `other` where nothing of it is left. */
export const keyOf = (name: string, other: string): string =>
  searchable(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '') || other

/** The first of `mostly-true`, `mostly-true-2`, … that is not taken. */
export async function freeKey(
  name: string,
  other: string,
  isTaken: (key: string) => Promise<boolean>,
): Promise<string> {
  const key = keyOf(name, other)
  // Filters and files use the word for claims without a rating.
  if (key !== 'none' && !(await isTaken(key))) return key
  for (let count = 2; ; count++) if (!(await isTaken(`${key}-${count}`))) return `${key}-${count}`
}
