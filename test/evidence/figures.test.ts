import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { addEvidence } from '../../server/evidence/evidence.ts'
import { newsroom } from '../support/newsroom.ts'
import { aSource, harbour } from './harbour.ts'

it('sets the figures of a passage beside those of the claim, on the ledger, without a verdict', async () => {
  const { db, as, cleo } = await newsroom()
  const { claims } = await harbour(db, 2)
  const [, boats = 0] = claims
  const source = await aSource(db, 'Harbour log')
  const said = { claimId: boats, sourceId: source, locator: null, note: null } as const
  await write(db, async (tx) => {
    await addEvidence(tx, cleo, { ...said, stance: 'refutes', passage: 'In all, 120 boats stayed outside.' })
    await addEvidence(tx, cleo, { ...said, stance: 'supports', passage: 'A dozen boats lay in the roads.' })
    await addEvidence(tx, cleo, { ...said, stance: 'context', passage: 'It was a cold night.' })
  })
  const { text } = await (await as(cleo)).get(`/claims/${boats}`).expect(200)
  const shown = text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
  expect(shown).toContain('Look at the figures. The claim says Twelve, the passage 120.')
  expect(shown).toContain('Figure in both: Twelve (the passage: A dozen)')
  expect(shown).toContain('Figure not in the passage: Twelve')
})
