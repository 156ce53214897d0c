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
  const keys = keysOf(source)
  const asked = { id: source.id, all: seesConfidential(viewer) }
  const found = await findDoubles(conn, { ...keys, ...asked })
  const doubles = found.map(({ urlKey, ...named }) => ({
    ...named,
    why: keys.urlKey !== null && urlKey === keys.urlKey ? 'It has the same address.' : sameWords(source),
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

const sameWords = ({ publisher }: Source) =>
  publisher === null
    ? 'It has the same title, and no publisher is noted for either.'
    : 'It has the same title and publisher.'
