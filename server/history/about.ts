import type { Conn } from '../../db/conn.ts'
import { countAbout } from './store.ts'

/** Whether anything has happened to a claim that the history tells of. */
export const hasEvents = async (conn: Conn, claimId: number): Promise<boolean> => (await countAbout(conn, claimId)) > 0
