import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import type { SentFile } from '../articles/document.ts'
import { type Content, type Hints, readContent } from '../documents/content.ts'
import { BadInput } from '../errors.ts'
import { fetchFor } from '../fetching/person.ts'
import { standingId } from '../sources/entries.ts'
import { readSource } from '../sources/source.ts'
import type { World } from '../world.ts'
import { type NewSnapshot, fromWeb, keepSnapshot } from './snapshot.ts'

type Kept = Promise<{ id: number; content: Content }>
type From = Omit<NewSnapshot, 'sourceId' | 'bytes' | 'extracted'>

/** Keeps what is at an address just now. Throws BadInput for `address` when nothing comes of it, with the reason. */
export async function keepFetched(world: World, person: Person, to: { source: number; address: string }): Kept {
  permit(person, 'snapshot.keep')
  await readSource(world.db.reader, person, to.source)
  const found = await fetchFor(world.fetching, person, to.address)
  if ('refused' in found) throw new BadInput({ address: found.message })
  const { bytes, contentType } = found
  const content = await contentOf(bytes, { mediaType: contentType }, 'address')
  const from = fromWeb(found)
  return { id: await keep(world, person, { ...from, sourceId: to.source, bytes, extracted: content }), content }
}

/** Keeps a file that somebody has. Throws BadInput for `file` when it is none that can be taken. */
export async function keepUploaded(
  world: World,
  person: Person,
  to: { source: number; file: SentFile | undefined },
): Kept {
  permit(person, 'snapshot.keep')
  const { file } = to
  if (!file) throw new BadInput({ file: 'Choose the file to keep.' })
  if (file.isTooLarge) throw new BadInput({ file: 'This file is larger than 25 MB.' })
  const from = { origin: 'upload', fileName: shortName(file.name), declaredType: file.type || null } as const
  const content = await contentOf(file.bytes, {}, 'file')
  return {
    id: await keep(world, person, { ...from, sourceId: to.source, bytes: file.bytes, extracted: content }),
    content,
  }
}

/** Keeps a text as it was pasted, lines ended by LF. Throws BadInput for `text` when there is none. */
export async function keepPasted(
  world: World,
  person: Person,
  to: { source: number; text: string; address: string | null },
): Kept {
  permit(person, 'snapshot.keep')
  const bytes = Buffer.from(to.text)
  const content = await contentOf(bytes, { isText: true }, 'text')
  const from: From = { origin: 'paste', address: to.address }
  return { id: await keep(world, person, { ...from, sourceId: to.source, bytes, extracted: content }), content }
}

async function contentOf(bytes: Buffer, hints: Hints, field: string): Promise<Content> {
  const found = await readContent(bytes, hints)
  if ('refused' in found) throw new BadInput({ [field]: found.refused })
  return found
}

function keep({ db }: World, person: Person, snapshot: NewSnapshot): Promise<number> {
  return write(db, async (tx) => {
    // It may have become confidential, or part of another, while the file was read.
    await readSource(tx, person, snapshot.sourceId)
    return keepSnapshot(tx, person, { ...snapshot, sourceId: await standingId(tx, snapshot.sourceId) })
  })
}

// A name is shown and offered for saving, never used as a path.
const shortName = (name: string) =>
  name
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(-200) || null
