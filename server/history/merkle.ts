import { hash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 over the bodies of events, kept as the roots of its full subtrees, largest first: one for each
 * bit of `size`. With it a tree grows by what is new, and no leaf is read twice.
 */
export type Frontier = { size: number; roots: Buffer[] }

/** The frontier of no events. */
export const newFrontier = (): Frontier => ({ size: 0, roots: [] })

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

const leafMark = Buffer.of(0x00)
const nodeMark = Buffer.of(0x01)

/** SHA-256 of 0x00 and the body (RFC 6962, section 2.1). */
export const leafHash = (body: Uint8Array): Buffer => sha256(Buffer.concat([leafMark, body]))

/** SHA-256 of 0x01 and the two hashes below. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.concat([nodeMark, left, right]))

/** Adds a leaf in place. */
export function grow(frontier: Frontier, leaf: Buffer): void {
  const { roots } = frontier
  let root = leaf
  // Each bit set at the end of the size is a full subtree that is now joined with its neighbour.
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) root = nodeHash(roots.pop() ?? leaf, root)
  roots.push(root)
  frontier.size += 1
}

/** The root of the whole tree; of no leaves, the SHA-256 of nothing. */
export function rootOf({ roots }: Frontier): Buffer {
  const root = roots.reduceRight<Buffer | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined)
  return root ?? sha256(Buffer.alloc(0))
}

/** The hashes one after the other, 32 bytes each. */
export const packed = ({ roots }: Frontier): Buffer => Buffer.concat(roots)

/** The frontier of a tree of that size. Throws where the bytes are not of that many subtrees. */
export function unpacked(size: number, bytes: Buffer): Frontier {
  const count = size.toString(2).replaceAll('0', '').length
  if (bytes.length !== count * 32) throw new Error(`A tree of ${size} leaves has ${count} full subtrees`)
  return { size, roots: Array.from({ length: count }, (_, index) => bytes.subarray(index * 32, index * 32 + 32)) }
}
