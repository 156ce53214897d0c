import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import request from 'supertest'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { newFetching } from '../../server/fetching/fetching.ts'
import type { World } from '../../server/world.ts'
import { seededRandom, steadyClock } from '../support/chance.ts'

/** A server that nobody has an account on yet. */
export async function unclaimed() {
  const dir = mkdtempSync(join(tmpdir(), 'stet-'))
  const db = await openDatabase({ dir, clock: steadyClock(), random: seededRandom(), release: 'test' })
  const config = readConfig({ DATA_DIR: dir })
  const world: World = {
    db,
    config,
    fetching: newFetching(config, db),
    log: pino({ level: 'silent' }),
    setupCode: 'the-code-in-the-terminal',
  }
  const app = createApp(world)
  onTestFinished(() => {
    db.close()
    rmSync(dir, { recursive: true })
  })
  return {
    db,
    get: (path: string) => request(app).get(path),
    post: (path: string, fields: object) => request(app).post(path).type('form').send(fields),
  }
}
