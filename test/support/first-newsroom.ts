import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { people, type Role } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { seededRandom, steadyClock } from './chance.ts'

/** The password of everyone in the test newsroom. Its hash is made once, since hashing is slow on purpose. */
export const password = 'correct horse battery'
const passwordHash = '$argon2id$v=19$m=19456,t=2,p=1$ymEhi6qZM0iQn6EDGEskAA$HfjIGQxlgv+kfLwHEXuH/YilH0WWQbEClea45P3bOsc'

const staff: readonly [name: string, role: Role][] = [
  ['Ada', 'admin'],
  ['Edith', 'editor'],
  ['Cleo', 'checker'],
  ['Ben', 'checker'],
  ['Rita', 'reader'],
]

/** Makes one newsroom with its people before any test runs; each test gets a copy of its file, named by FIRST_NEWSROOM. */
export default async function setup(): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), 'stet-first-'))
  const db = await openDatabase({ dir, clock: steadyClock(), random: seededRandom(), release: 'test' })
  for (const [name, role] of staff) {
    const email = `${name.toLowerCase()}@example.org`
    await write(db, (tx) => tx.insert(people).values({ name, email, role, passwordHash, createdAt: tx.now }))
  }
  db.close()
  process.env['FIRST_NEWSROOM'] = db.file
  return () => rmSync(dir, { recursive: true, force: true })
}
