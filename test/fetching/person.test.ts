import { expect, it } from 'vitest'
import { fetchFor } from '../../server/fetching/person.ts'
import { allowing, peer } from './peer.ts'

it('lets each person fetch so many times a minute', async () => {
  const site = await peer((_req, res) => res.end('a'))
  const fetching = allowing([site.host], { limits: { aMinute: 2 } })
  const [cleo, ben] = [{ id: 1 }, { id: 2 }]
  for (let time = 0; time < 2; time += 1)
    expect(await fetchFor(fetching, cleo, site.address)).toMatchObject({ status: 200 })
  expect(await fetchFor(fetching, cleo, site.address)).toMatchObject({ refused: 'too-often' })
  expect(await fetchFor(fetching, ben, site.address)).toMatchObject({ status: 200 })
  expect(site.requests.length).toBe(3)
})
