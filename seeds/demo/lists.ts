import { saveList } from '../../server/lists/list.ts'
import { type Stage, personOf } from './newsroom.ts'

/** The lists that the newsroom comes back to: one of the editor's for all, and one that a checker keeps. */
export async function saveLists(stage: Stage): Promise<void> {
  const { db, clock } = stage
  clock.pass()
  const overdue = { name: 'Overdue in the newsroom', shared: true, query: 'due=overdue' }
  await saveList(db, personOf(stage, 'ansel'), overdue)
  clock.pass()
  const figures = {
    name: 'Figures to check',
    shared: false,
    query: 'kind=numerical&state=open&columns=claim,claimant,tags,due',
  }
  await saveList(db, personOf(stage, 'junia'), figures)
}
