import { eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { sourceFlags } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { raiseFlag } from '../../server/watching/flag.ts'
import { insertLook } from '../../server/watching/store.ts'

/** A source whose page was found gone, flagged as after a look. Returns the flag's id. */
export function aFlag(db: Db, sourceId: number): Promise<number> {
  return write(db, async (tx) => {
    const look = { outcome: 'gone', message: null, address: 'https://ellery.example/gone', finalAddress: null } as const
    const nothing = { textSha256: null, lost: [], comparedId: null, keptId: null }
    const lookId = await insertLook(tx, { sourceId, ...look, ...nothing })
    await raiseFlag(tx, { sourceId, lookId, why: 'gone' })
    const [flag] = await tx.select().from(sourceFlags).where(eq(sourceFlags.lookId, lookId))
    return flag?.id ?? 0
  })
}
