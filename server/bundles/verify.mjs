#!/usr/bin/env node
// @ts-check
// Checks the folder that a Stet bundle was unpacked into, on any machine with Node.js 20 or newer. It needs no network and no packages.
//
//   node verify.mjs [--known notes.txt] [--key <public key>]
//
// It ends with 0 when everything holds, 1 when something does not, 2 when it was asked wrongly. --known names a file with checkpoints of
// this newsroom that you kept; --key is its public key, if you have that by another way.
//
// manifest.json lists every file with its size and its SHA-256. Then, as far as they are there:
//   proofs.json     for each page of a claim the event that made it, and the way (RFC 6962, audit path) to a signed checkpoint
//   history.jsonl   the history with the events of this article in full and all others by their hashes

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { isSigned, readKey, readNotes, verifyExport } from '../history/verifier.mjs'

const dir = import.meta.dirname ?? new URL('.', import.meta.url).pathname
/** @type {string[]} */
const faults = []
/** @type {string[]} */
const found = []

/** @param {...Uint8Array} parts */
function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** @param {string} path */
async function hashOf(path) {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}

async function checkFiles() {
  const bytes = readFileSync(join(dir, 'manifest.json'))
  const { stet, v, files } = JSON.parse(bytes.toString())
  if (stet !== 'bundle' || v !== 1) throw new Error('This is not a bundle that this program can read.')
  for (const { path, size, sha256: wanted } of files) {
    if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path))
      faults.push(`manifest.json names “${path}”, which no bundle has.`)
    else if (!existsSync(join(dir, path))) faults.push(`${path} is missing.`)
    else if (statSync(join(dir, path)).size !== size || (await hashOf(join(dir, path))) !== wanted)
      faults.push(`${path} was changed: it is not what manifest.json lists.`)
  }
  const listed = new Set(files.map((/** @type {{ path: string }} */ { path }) => path))
  const others = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(join(dir, '/').length)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== 'manifest.json' && !listed.has(path))
  found.push(
    `${files.length} files are as manifest.json lists them; its own SHA-256 is ${sha256(bytes).toString('hex')}.`,
  )
  if (others.length > 0) found.push(`Not of this bundle, and not looked at: ${others.slice(0, 10).join(', ')}.`)
}

/** @typedef {{ seq: number, body: string, path: string[] }} Proved */

/**
 * The root that an event leads to in a tree of that size (RFC 9162, section 2.1.3.2); undefined for a way that leads nowhere.
 * @param {Proved} event @param {number} size
 */
function rootOf({ seq, body, path }, size) {
  let [node, last, root] = [seq - 1, size - 1, sha256(Buffer.of(0), Buffer.from(body))]
  if (!(node >= 0 && node <= last)) return undefined
  for (const hex of path) {
    const beside = Buffer.from(hex, 'hex')
    if (last === 0) return undefined
    if (node % 2 === 1 || node === last) {
      root = sha256(Buffer.of(1), beside, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else root = sha256(Buffer.of(1), root, beside)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 ? root : undefined
}

/** @param {Proved} event @param {ReturnType<typeof readNotes>[number]} note */
const isIn = (event, note) =>
  rootOf(event, note.size)?.equals(note.root) === true && JSON.parse(event.body).seq === event.seq

/** @param {{ known: string, key: string | undefined }} beside */
function checkProofs({ known, key: wanted }) {
  const { checkpoints, events } = JSON.parse(readFileSync(join(dir, 'proofs.json'), 'utf8'))
  const signed = checkpoints.map((/** @type {{ note: string, key: Proved }} */ { note: text, key: event }) => {
    const [note] = readNotes(text)
    const key = readKey(String(JSON.parse(event.body).data?.key))
    if (!note || !key || key.name !== note.origin || !isSigned(note, key) || !isIn(event, note)) return undefined
    if (wanted && key.text !== wanted.trim())
      faults.push('proofs.json: the key that you gave did not sign this history.')
    found.push(`A checkpoint of ${note.origin} after event ${note.size}, signed with ${key.text}.`)
    return note
  })
  if (signed.includes(undefined)) faults.push('proofs.json: a checkpoint is not signed by the key of this history.')
  for (const kept of readNotes(known)) {
    const same = signed.find((/** @type {typeof kept | undefined} */ note) => note?.size === kept.size)
    if (!same)
      found.push(
        `The checkpoint you gave, after event ${kept.size}, is none of those in this bundle: it cannot be compared here. Ask the newsroom for its history.`,
      )
    if (same && !same.root.equals(kept.root))
      faults.push(`The checkpoint you gave, after event ${kept.size}, is of another history.`)
  }
  for (const event of events) checkPage(event, signed)
}

/** @param {Proved & { page: string, held: string | null, checkpoint: number | null }} event @param {(ReturnType<typeof readNotes>[number] | undefined)[]} signed */
function checkPage({ page, held, checkpoint, ...event }, signed) {
  const wanted = JSON.parse(event.body).data?.sha256
  if (held !== null) found.push(`${page}: ${held}`)
  else if (sha256(readFileSync(join(dir, page))).toString('hex') !== wanted)
    faults.push(`${page} is not what the history says was published.`)
  if (checkpoint === null) found.push(`${page}: its event ${event.seq} is not signed yet.`)
  else {
    const note = signed[checkpoint]
    if (!note || !isIn(event, note)) faults.push(`${page}: its event ${event.seq} is not in the signed history.`)
  }
}

/** @param {{ known: string, key: string | undefined }} beside */
async function checkHistory(beside) {
  const lines = createInterface({ input: createReadStream(join(dir, 'history.jsonl')), crlfDelay: Infinity })
  const result = await verifyExport(lines, beside)
  if (result.fault) faults.push(`history.jsonl: ${result.fault.why}`)
  for (const { size, holds, why } of result.known)
    if (!holds) faults.push(`The checkpoint you gave, after event ${size}, ${why}`)
  found.push(
    `The history ${result.origin}: ${result.events} events, ${result.sealed} of them by their hashes alone, ${result.checkpoints} checkpoints, the newest after event ${result.signed}, signed with ${result.key}.`,
  )
  for (const at of result.doubts)
    found.push(`From event ${at} on another key signs, which the one before has not confirmed: ask the newsroom why.`)
}

/** The text of the article and the copies are named in the history by their hashes. */
async function checkNamed() {
  const named = new Set()
  for await (const line of createInterface({
    input: createReadStream(join(dir, 'history.jsonl')),
    crlfDelay: Infinity,
  })) {
    const { body } = JSON.parse(line)
    const hash = body && JSON.parse(body).data?.sha256
    if (hash) named.add(hash)
  }
  const { files } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))
  for (const { path, sha256: hash } of files)
    if (/^(text\/.*\.txt|copies\/[0-9a-f]{64}.*)$/.test(path) && !named.has(hash))
      faults.push(`${path}: no event of the history names it.`)
}

async function main() {
  const { values } = parseArgs({ options: { known: { type: 'string' }, key: { type: 'string' } } })
  const known = values.known === undefined ? '' : readFileSync(values.known, 'utf8')
  if (values.known !== undefined && readNotes(known).length === 0)
    throw new Error(`There is no checkpoint in ${values.known}.`)
  const beside = { known, key: values.key }
  await checkFiles()
  if (faults.length === 0 && existsSync(join(dir, 'proofs.json'))) checkProofs(beside)
  if (faults.length === 0 && existsSync(join(dir, 'history.jsonl'))) {
    await checkHistory(beside)
    await checkNamed()
  }
  for (const line of faults.length > 0 ? faults : found) console.log(line)
  console.log(faults.length > 0 ? 'This bundle does not hold together.' : 'This bundle holds together.')
  console.log(
    'Compare the key with one that you got by another way. This shows what was recorded, not that it is true.',
  )
  process.exitCode = faults.length > 0 ? 1 : 0
}

main().catch((error) => {
  console.log(`This bundle cannot be checked: ${error instanceof Error ? error.message : error}`)
  process.exitCode = error?.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 2 : 1
})
