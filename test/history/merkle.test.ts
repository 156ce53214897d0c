import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Frontier,
  grow,
  leafHash,
  newFrontier,
  nodeHash,
  packed,
  rootOf,
  unpacked,
} from '../../server/history/merkle.ts'

/** Sections 2.1 of RFC 6962, as it stands there: the whole tree from all its leaves. */
function naiveRoot(bodies: Uint8Array[]): Buffer {
  const [first] = bodies
  if (!first) return createHash('sha256').digest()
  if (bodies.length === 1) return leafHash(first)
  let split = 1
  while (split * 2 < bodies.length) split *= 2
  return nodeHash(naiveRoot(bodies.slice(0, split)), naiveRoot(bodies.slice(split)))
}

function treeOf(bodies: Uint8Array[]): Frontier {
  const tree = newFrontier()
  for (const body of bodies) grow(tree, leafHash(body))
  return tree
}

describe('the root of the tree', () => {
  // The eight leaves and roots of the tests of Certificate Transparency.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  it.each(roots.map((root, index) => [index + 1, root]))('of %i known leaves is the published one', (count, root) => {
    const bodies = leaves.slice(0, Number(count)).map((leaf) => Buffer.from(leaf, 'hex'))
    expect(rootOf(treeOf(bodies)).toString('hex')).toBe(root)
  })

  it('of no leaves is the SHA-256 of nothing', () => {
    expect(rootOf(newFrontier()).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  const bodies = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 })

  it('is that of the definition, however many leaves there are', () => {
    fc.assert(fc.property(bodies, (some) => rootOf(treeOf(some)).equals(naiveRoot(some))))
  })

  it('is the same when the tree is put away in between', () => {
    fc.assert(
      fc.property(bodies, bodies, (before, after) => {
        const tree = treeOf(before)
        const taken = unpacked(tree.size, packed(tree))
        for (const body of after) grow(taken, leafHash(body))
        expect(rootOf(taken)).toEqual(naiveRoot([...before, ...after]))
      }),
    )
  })
})

it('a tree put away takes 32 bytes for each bit of its size, and no others fit', () => {
  const tree = treeOf(Array.from({ length: 13 }, (_, index) => Buffer.of(index)))
  expect(packed(tree)).toHaveLength(3 * 32)
  expect(() => unpacked(12, packed(tree))).toThrow('2 full subtrees')
})
