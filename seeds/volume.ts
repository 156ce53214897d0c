import type { Db } from '../db/open.ts'
import type { StoryClock } from './demo/clock.ts'

export async function makeVolume(_db: Db, _clock: StoryClock, _claims: number): Promise<void> {}
