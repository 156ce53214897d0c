import { once } from 'node:events'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { openSignIn } from '../../server/accounts/sign-in.ts'
import { serve } from '../../server/serve.ts'
import { storyClock } from '../../seeds/demo/clock.ts'
import { tellWeek } from '../../seeds/demo/week.ts'
import { seededRandom } from '../support/chance.ts'
import { emptyFolder } from '../support/folder.ts'

/** The whole program on a free port, with the demo newsroom in it, and the cookie of its first person, an admin. */
export async function rawServer() {
  const dir = emptyFolder()
  const clock = storyClock(new Date())
  const db = await openDatabase({ dir, clock, random: seededRandom(), release: 'test' })
  await tellWeek(db, clock)
  db.close()
  const running = await serve({ DATA_DIR: dir, PORT: '0', LOG_LEVEL: 'silent' }, () => undefined)
  onTestFinished(() => running.stop())
  const device = { device: 'Test', address: '127.0.0.1' }
  const token = await write(running.world.db, (tx) => openSignIn(tx, running.world.db, { id: 1 }, device))
  return { ...running, cookie: `stet=${token}`, port: Number(new URL(running.address).port) }
}

/** Sends bytes as they are and returns all that comes back until the other side closes, or for as long as `patience`. */
export async function exchange(port: number, sent: string | Buffer, patience = 3_000): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => undefined)
  socket.setTimeout(patience, () => socket.destroy())
  socket.write(sent)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString('latin1')
}
