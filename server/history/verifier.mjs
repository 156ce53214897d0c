#!/usr/bin/env node
// @ts-check
// Checks an export of a Stet history, on any machine with Node.js 20 or newer. It needs no network, no Stet and no packages.
//
//   node stet-verifier.mjs stet-history.jsonl [--known notes.txt] [--key <public key>]
//
// It ends with 0 when everything holds, 1 when something does not, 2 when it was asked wrongly. --known names a file with
// checkpoints that you kept, one or many, as you got them; --key is the public key of the newsroom, if you have kept that.
//
// The export is JSON Lines, in the order of the history:
//   {"stet":"history","v":1,"origin":…,"at":…,"events":…}     first
//   {"seq":1,"hash":…,"body":…}                               an event: its exact text (or "body64"), and the SHA-256 of it
//   {"seq":2,"hash":…,"leaf":…}                               an event whose text is held back: its hashes alone
//   {"checkpoint":1,"note":…}                                 a signed note (C2SP signed-note, tlog-checkpoint), after its last event
//   {"end":true,"events":…,"checkpoints":…}                   last
// Each event names the hash of the one before it. A checkpoint signs the Merkle root (RFC 6962) of all events up to it.

import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/** @param {Uint8Array[]} parts */
function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const leafOf = (/** @type {Uint8Array} */ body) => sha256(Buffer.of(0), body)
const nodeOf = (/** @type {Buffer} */ left, /** @type {Buffer} */ right) => sha256(Buffer.of(1), left, right)

/** The Merkle tree so far: full subtrees as [height, root], largest first. */
class Tree {
  /** @type {[number, Buffer][]} */
  subtrees = []

  /** @param {Buffer} leaf */
  add(leaf) {
    let [height, root] = [0, leaf]
    for (let last = this.subtrees.at(-1); last && last[0] === height; last = this.subtrees.at(-1)) {
      root = nodeOf(last[1], root)
      height += 1
      this.subtrees.pop()
    }
    this.subtrees.push([height, root])
  }

  root() {
    const roots = this.subtrees.map(([, root]) => root)
    let root = roots.pop()
    for (let left = roots.pop(); root && left; left = roots.pop()) root = nodeOf(left, root)
    return root ?? sha256()
  }
}

/**
 * A public key: <name>+<key id>+<base64 of 0x01 and 32 bytes>; undefined for what is none.
 * @param {string} text
 */
export function readKey(text) {
  const [, name = '', id = '', data = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length !== 33 || bytes[0] !== 1) return undefined
  if (
    sha256(Buffer.from(`${name}\n`), bytes)
      .subarray(0, 4)
      .toString('hex') !== id
  )
    return undefined
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, text: text.trim(), key: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}
/** @typedef {NonNullable<ReturnType<typeof readKey>>} Key */

/**
 * Every checkpoint in a text, whatever stands around them.
 * @param {string} text
 */
export function readNotes(text) {
  const plain = text.replaceAll(/[\t ]*\r?\n/g, '\n')
  const note = /^(\S[^\n]*)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)\n((?:— [^\n]+(?:\n|$))+)/gm
  return [...plain.matchAll(note)].map(([, origin = '', size = '', root = '', more = '', signatures = '']) => ({
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    text: `${origin}\n${size}\n${root}\n${more}`,
    signatures: signatures.trim().split('\n'),
  }))
}
/** @typedef {ReturnType<typeof readNotes>[number]} Note */

/** @param {Note} note @param {Key} key */
export function isSigned(note, key) {
  return note.signatures.some((line) => {
    const [, name, data = ''] = line.split(' ')
    const bytes = Buffer.from(data, 'base64')
    if (name !== key.name || bytes.subarray(0, 4).toString('hex') !== key.id) return false
    return verify(null, Buffer.from(note.text), key.key, bytes.subarray(4))
  })
}

/**
 * Checks the lines of an export; `fault` is the first bad entry.
 * @param {AsyncIterable<string> | Iterable<string>} lines
 * @param {{ known?: string, key?: string }} [beside]
 */
export async function verifyExport(lines, { known = '', key: wanted } = {}) {
  const kept = readNotes(known)
  const rootsAsked = new Map(kept.map(({ size }) => [size, /** @type {any} */ (undefined)]))
  const tree = new Tree()
  /** @type {{ seq: number, key: Key, handedOn?: boolean }[]} */
  const keys = []
  let [seq, checkpoints, signed, sealed, origin, last] = [0, 0, 0, 0, '', '0'.repeat(64)]
  let [begun, ended] = [false, false]
  /** @type {{ seq: number, why: string } | undefined} */
  let fault

  for await (const line of lines) {
    if (line.trim() === '') continue
    const entry = parse(line)
    if (!begun) {
      begun = true
      if (entry?.stet !== 'history' || entry.v !== 1)
        return result({ seq: 0, why: 'This is not an export of a Stet history that this program can read.' })
      origin = String(entry.origin)
    } else if (entry?.end === true) {
      ended = entry.events === seq && entry.checkpoints === checkpoints
    } else if (typeof entry?.checkpoint === 'number') {
      fault ??= wrongCheckpoint(entry)
    } else {
      fault ??= wrongEvent(entry)
    }
    if (fault) break
  }
  if (!fault && !ended) fault = { seq: seq + 1, why: `The export ends early, after event ${seq}: download it again.` }
  if (!fault && wanted && keys.at(-1)?.key.text !== wanted.trim())
    fault = { seq: 1, why: 'The key that you gave is not the one this history is signed with.' }
  return result(fault)

  /** @param {Record<string, any> | undefined} entry */
  function wrongEvent(entry) {
    const next = seq + 1
    const bad = (/** @type {string} */ why) => ({ seq: next, why })
    if (!entry || typeof entry.hash !== 'string') return bad(`Event ${next} cannot be read.`)
    if (entry.seq !== next) return bad(`Event ${next} is missing: event ${entry.seq} stands in its place.`)
    const bytes = typeof entry.body64 === 'string' ? Buffer.from(entry.body64, 'base64') : entry.body
    if (bytes === undefined) {
      sealed += 1
      tree.add(Buffer.from(String(entry.leaf), 'hex'))
    } else {
      const body = Buffer.from(bytes)
      if (sha256(body).toString('hex') !== entry.hash)
        return bad(`Event ${next} was changed: its content does not match the hash recorded with it.`)
      const event = parse(body.toString())
      if (!event) return bad(`Event ${next} was changed: its content cannot be read as an event.`)
      if (event.seq !== next)
        return bad(`Event ${next} was put in another’s place: it was recorded as event ${event.seq}.`)
      if (event.prev !== last)
        return {
          seq: Math.max(1, seq),
          why: `Event ${seq} or event ${next} was changed: event ${next} names another event before it.`,
        }
      tree.add(leafOf(body))
      const key = event.type === 'key.made' ? readKey(String(event.data?.key)) : undefined
      if (key) keys.push({ seq: next, key })
    }
    seq = next
    last = entry.hash
    if (rootsAsked.has(seq)) rootsAsked.set(seq, tree.root())
    return undefined
  }

  /** @param {Record<string, any>} entry */
  function wrongCheckpoint({ checkpoint, note: text }) {
    const [note] = readNotes(String(text))
    const [before, now] = [keys.at(-2), keys.at(-1)]
    checkpoints += 1
    if (checkpoint !== checkpoints)
      return { seq: signed + 1, why: `Checkpoint ${checkpoints} is missing: somebody has removed it.` }
    if (!now) return { seq, why: `Checkpoint ${checkpoint} was signed before the history names a key.` }
    if (!note || note.origin !== now.key.name || !isSigned(note, now.key))
      return { seq, why: `Checkpoint ${checkpoint} was changed: the key of this history has not signed it.` }
    if (note.size > seq)
      return {
        seq: seq + 1,
        why: `Events ${seq + 1} to ${note.size} are missing from the end: checkpoint ${checkpoint} was signed over them. What is confirmed ends with event ${signed}.`,
      }
    if (note.size !== seq || !tree.root().equals(note.root))
      return {
        seq: signed + 1,
        why: `An event from ${signed + 1} to ${seq} was changed, and those after it made to follow: checkpoint ${checkpoint} was signed over others.`,
      }
    if (before) now.handedOn ??= isSigned(note, before.key)
    signed = note.size
    return undefined
  }

  /** @param {{ seq: number, why: string } | undefined} found */
  function result(found) {
    const results = kept.map((note) => ({ size: note.size, ...judge(note, rootsAsked.get(note.size)) }))
    const doubts = keys.filter(({ handedOn }, index) => index > 0 && !handedOn).map(({ seq: at }) => at)
    return {
      ok: !found && results.every(({ holds }) => holds) && (known === '' || kept.length > 0),
      fault: found,
      events: seq,
      sealed,
      checkpoints,
      signed,
      doubts,
      origin,
      key: keys.at(-1)?.key.text,
      known: results,
    }
  }

  /** @param {Note} note @param {Buffer} [root] */
  function judge(note, root) {
    const no = (/** @type {string} */ why) => ({ holds: false, why })
    const name = keys[0]?.key.name
    if (name !== undefined && name !== note.origin) return no(`is of another history: ${note.origin}, not ${name}.`)
    if (!root)
      return no(
        `does not hold: only ${seq} of its ${note.size} events are here as recorded. The rest was cut off or changed.`,
      )
    if (!root.equals(note.root))
      return no(
        `does not hold: the first ${note.size} events were others when it was signed. The history was rewritten.`,
      )
    if (!keys.some(({ key }) => isSigned(note, key)))
      return no('fits the events, but no key of this history has signed it.')
    return { holds: true, why: `holds: the first ${note.size} events are those it was signed over.` }
  }
}

/** @param {string} text @returns {Record<string, any> | undefined} */
function parse(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** @param {string[]} args */
async function main(args) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { known: { type: 'string' }, key: { type: 'string' } },
  })
  const [path] = positionals
  if (!path) throw new Error('Name the export.')
  const known = values.known === undefined ? '' : readFileSync(values.known, 'utf8')
  if (values.known !== undefined && readNotes(known).length === 0)
    throw new Error(`There is no checkpoint in ${values.known}.`)
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  const found = await verifyExport(lines, { known, key: values.key })
  for (const line of told(found)) console.log(line)
  process.exitCode = found.ok ? 0 : 1
}

/** @param {Awaited<ReturnType<typeof verifyExport>>} found */
function told({ fault, events, sealed, checkpoints, signed, doubts, origin, key, known }) {
  const lines = fault
    ? [`The history does not hold together. ${fault.why}`, `The first bad entry is event ${fault.seq}.`]
    : [`The history ${origin} is whole: ${events} events, each tied to the one before it.`]
  if (!fault) {
    lines.push(
      checkpoints === 0
        ? 'Nothing is signed: there is no checkpoint.'
        : `${checkpoints === 1 ? 'The one checkpoint holds' : `All ${checkpoints} checkpoints hold`}; the newest was signed after event ${signed}.`,
    )
    if (events > signed) lines.push(`${events - signed} events after it are not signed yet.`)
    if (sealed > 0)
      lines.push(`${sealed} events are here by their hashes alone: their place is proved, their content held back.`)
    for (const at of doubts)
      lines.push(
        `From event ${at} on another key signs, and the key before has not signed that: ask the newsroom whether it had lost its key.`,
      )
    lines.push(`The key is ${key}. Compare it with one that you got by another way.`)
  }
  for (const { size, why } of known) lines.push(`The checkpoint you gave, after event ${size}, ${why}`)
  lines.push('This shows what was recorded and in which order. It does not show that it is true.')
  return lines
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    console.error('Use it as: node stet-verifier.mjs stet-history.jsonl [--known notes.txt] [--key <public key>]')
    process.exitCode = 2
  })
}
