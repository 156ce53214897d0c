import { decode } from '../documents/charset.ts'
import { readContent } from '../documents/content.ts'
import { kindOfBytes } from '../documents/media-type.ts'
import type { Fetched } from '../fetching/fetch.ts'
import type { Fetching } from '../fetching/fetching.ts'
import { fetchFor } from '../fetching/person.ts'
import { type ReadFile, readDocument } from './document.ts'

/** The text that stands at an address now, as of a file that is sent; or why it cannot be had. Of a page only the article. */
export async function fetchText(fetching: Fetching, person: { id: number }, address: string): Promise<ReadFile> {
  const found = await fetchFor(fetching, person, address)
  return 'refused' in found ? { problem: `${found.message} The text can be pasted instead.` } : readFetched(found)
}

const mostOfPage = 5_000_000

async function readFetched({ bytes, contentType }: Fetched): Promise<ReadFile> {
  if (kindOfBytes(bytes) === 'html') {
    const { text } = decode(bytes, { isHtml: true, declaredType: contentType })
    const isTooLarge = bytes.length > mostOfPage
    return readDocument({ name: 'page.html', type: 'text/html', bytes: Buffer.from(text), isTooLarge })
  }
  const content = await readContent(bytes, { mediaType: contentType })
  if ('refused' in content) return { problem: content.refused }
  const { text, blocks, problem } = content
  return text.trim() === ''
    ? { problem: problem ?? 'There is no text at this address.' }
    : { text, blocks, guesses: {} }
}
