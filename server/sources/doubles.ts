import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { nearlySame } from '../independence/sketch.ts'
import { keysOf } from './keys.ts'
import { findDoubles, findFed, findMergedInto } from './merge-store.ts'
import { type NamedSource, type Source, seesConfidential } from './source.ts'

/** A source that may be the same as another, and why, in words. */
export type Double = NamedSource & { why: string }

/** The sources that may be the same as this one, as far as the viewer may know of them. */
export async function doublesOf(conn: Conn, viewer: Person, source: Source): Promise<Double[]> {
  const keys = { ...keysOf(source), doi: source.doi, isbn: source.isbn }
  const asked = { id: source.id, all: seesConfidential(viewer) }
  const found = await findDoubles(conn, { ...keys, ...asked })
  const doubles = found.map(({ urlKey, doi, isbn, ...named }) => ({
    ...named,
    why: shared(keys, { urlKey, doi, isbn }) ?? sameWords(source),
  }))
  const known = new Set(doubles.map(({ id }) => id))
  const nearly = (await nearlySame(conn, asked)).filter(({ id }) => !known.has(id))
  return [...doubles, ...nearly.map((named) => ({ ...named, why: 'Its kept copy has nearly the same text.' }))]
}

/** The entries that have to do with this one, as far as the viewer may know of them: merged into it, perhaps the same, fed by it. */
export async function othersOf(conn: Conn, viewer: Person, source: Source) {
  const all = seesConfidential(viewer)
  return {
    merged: await findMergedInto(conn, { kept: source.id, all }),
    fed: await findFed(conn, { id: source.id, all }),
    doubles: await doublesOf(conn, viewer, source),
  }
}

type Names = { urlKey: string | null; doi: string | null; isbn: string | null }

function shared(one: Names, other: Names): string | undefined {
  if (one.urlKey !== null && one.urlKey === other.urlKey) return 'It has the same address.'
  if (one.doi !== null && one.doi === other.doi) return 'It has the same DOI.'
  return one.isbn !== null && one.isbn === other.isbn ? 'It has the same ISBN.' : undefined
}

const sameWords = ({ publisher }: Source) =>
  publisher === null
    ? 'It has the same title, and no publisher is noted for either.'
    : 'It has the same title and publisher.'
