import type { Conn } from '../../db/conn.ts'
import type { Proposed } from './words.ts'
import { proposedFor } from './store.ts'

/** What the program had proposed where a claim was accepted from a proposal, as it was then; undefined for the others. One query. */
export const proposalOf = (conn: Conn, claimId: number): Promise<Proposed | undefined> => proposedFor(conn, claimId)
