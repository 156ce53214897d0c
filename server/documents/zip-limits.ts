import { Parser } from 'htmlparser2'
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl'

/** What an archive may unpack to. XML is what is parsed, and grows ten times when it is. */
const archiveLimits = {
  entries: 1_000,
  bytes: 100_000_000,
  ratio: 100,
  xmlBytes: 20_000_000,
  depth: 256,
  nodes: 500_000,
}

class Beyond extends Error {}

const tooLarge = 'This document unpacks to far more than it seems to hold, so it was not taken.'
const tooDeep = 'This document is nested too deep or has too many parts, so it was not taken.'
const tooMany = 'This archive holds more than 1,000 files, so it was not taken.'
const notOurs = 'This archive holds no Word document. Unpack it, and send what is in it.'
const declares = 'This document declares XML entities, which no word processor does, so it was not taken.'
const damaged = 'This document is damaged, so it was not taken.'

/**
 * Unpacks an archive once and keeps nothing: `document` when it is a Word document within the limits, else why not, as a
 * sentence. Names in it are compared and never used.
 */
export async function inspectArchive(bytes: Buffer): Promise<string> {
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, lazyEntries: true })
    if (zip.entryCount > archiveLimits.entries) return tooMany
    return await inspect(zip, bytes.length)
  } catch (error) {
    return error instanceof Beyond ? error.message : damaged
  }
}

async function inspect(zip: ZipFile, packed: number): Promise<string> {
  const total = { bytes: 0, xml: 0, entries: 0 }
  let isDocument = false
  for await (const entry of zip.eachEntry()) {
    if ((total.entries += 1) > archiveLimits.entries) return tooMany
    const name = entry.fileNameRaw.toString('latin1')
    isDocument ||= name === 'word/document.xml'
    await count(zip, entry, { total, packed, isXml: /\.(?:xml|rels)$/i.test(name) })
  }
  return isDocument ? 'document' : notOurs
}

type Counting = { total: { bytes: number; xml: number }; packed: number; isXml: boolean }

async function count(zip: ZipFile, entry: Entry, { total, packed, isXml }: Counting): Promise<void> {
  const xml = isXml ? xmlCounter() : undefined
  // What an entry says of its own size is not believed.
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const { length } = chunk as Buffer // streams of bytes yield buffers
    total.bytes += length
    if (isXml) total.xml += length
    const isBeyond = total.bytes > archiveLimits.bytes || total.bytes > archiveLimits.ratio * Math.max(packed, 10_000)
    if (isBeyond || total.xml > archiveLimits.xmlBytes) throw new Beyond(tooLarge)
    xml?.write((chunk as Buffer).toString('latin1'))
  }
  xml?.end()
}

// A parser of XML takes a stack frame a level, and time by the number of nodes.
function xmlCounter(): Parser {
  let depth = 0
  let nodes = 0
  const deeper = (by: number) => {
    depth += by
    nodes += 1
    if (depth > archiveLimits.depth || nodes > archiveLimits.nodes) throw new Beyond(tooDeep)
  }
  const handler = {
    onopentagname: () => deeper(1),
    onclosetag: () => deeper(-1),
    onprocessinginstruction: (name: string) => {
      if (/^!doctype/i.test(name)) throw new Beyond(declares)
    },
  }
  return new Parser(handler, { xmlMode: true, decodeEntities: false })
}
