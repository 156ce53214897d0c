import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Typed, fresh, valueOf } from '../../views/parts/typed.ts'
import { NewSourcePage } from '../../views/sources/new-source-page.ts'
import { permit } from '../accounts/permissions.ts'
import { BadInput } from '../errors.ts'
import { ticked } from '../http/fields.ts'
import { submit, typedValues } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { addressKey } from '../values/address.ts'
import type { World } from '../world.ts'
import { addressesOf, fetchCopy, filledIn } from './describe.ts'
import { sourceAddress, sourceFields } from './fields.ts'
import { type Copy, newHeld } from './held.ts'
import { newSource, sourceAt } from './source.ts'

const NewSource = z.strictObject({ ...sourceFields, copy: z.string().default(''), keep: ticked() })
const noAddress = 'Give the address of the page, or the DOI.'
const ToFetch = z.looseObject({
  url: sourceAddress().refine((address) => address !== null, noAddress),
})

/** Adding a source: by hand, or filled in from its page, of which a copy is kept in the same step. */
export function newSourceRoutes({ db, fetching }: World): Router {
  const router = Router()
  const held = newHeld(db)

  router.get('/sources/new', (req, res) => {
    permit(req.person, 'source.add')
    send(res, NewSourcePage({ shell: shell(req, res), typed: fresh(), known: undefined }))
  })

  router.post('/sources', async (req, res) => {
    permit(req.person, 'source.add')
    await submit(req, res, {
      schema: NewSource,
      act: async ({ copy: token, keep, ...input }) => {
        const copy = keep ? wanted(held.find(req.person, token), input.url) : undefined
        const id = await newSource(db, req.person, input, copy)
        see(res, `/sources/${id}`, copy ? 'Source added, with a copy of its page.' : 'Source added.')
      },
      again: (typed) => page({ req, res, typed }),
    })
  })

  router.post('/sources/description', async (req, res) => {
    permit(req.person, 'source.add')
    await submit(req, res, {
      schema: ToFetch,
      act: async ({ url }) => {
        const copy = await fetchCopy(fetching, req.person, url ?? '')
        send(res, await described({ req, res, copy, token: held.hold(req.person, copy) }))
      },
      again: (typed) => page({ req, res, typed }),
    })
  })

  type Shown = {
    req: Request
    res: Response
    typed: Typed
    addresses?: string[]
    filled?: Partial<ReturnType<typeof filledIn>>
  }

  async function page({ req, res, typed, addresses = [], filled = {} }: Shown) {
    let known = await sourceAt(db.reader, req.person, valueOf(typed, 'url'), valueOf(typed, 'doi'))
    for (const address of addresses) known ??= await sourceAt(db.reader, req.person, address)
    return NewSourcePage({ shell: shell(req, res), typed, known, filled })
  }

  // What somebody has typed stays; only what is empty is filled in.
  function described({ req, res, copy, token }: Omit<Shown, 'typed'> & { copy: Copy; token: string }) {
    const values = typedValues(req)
    const offered = Object.entries(filledIn(copy))
    const filled = Object.fromEntries(offered.filter(([name]) => String(values[name] ?? '').trim() === ''))
    const guessed = Object.fromEntries(Object.entries(filled).map(([name, { value }]) => [name, value]))
    const typed = { values: { ...values, ...guessed, copy: token, keep: 'yes' }, problems: {}, notice: said(copy) }
    return page({ req, res, typed, addresses: addressesOf(copy), filled })
  }

  return router
}

function said({ fetched, content }: Copy): string {
  const led = fetched.hops.length > 1 ? ` It led to ${fetched.finalAddress}.` : ''
  const problem = content.problem === null ? '' : ` ${content.problem}`
  return `The page is fetched. Check what was filled in, then add the source.${led}${problem}`
}

function wanted(copy: Copy | undefined, address: string | null): Copy {
  if (!copy)
    throw new BadInput({
      keep: 'The fetched page is no longer at hand. Fetch it again, or untick this and keep a copy later.',
    })
  const isSame = address !== null && addressesOf(copy).some((each) => addressKey(each) === addressKey(address))
  if (isSame) return copy
  throw new BadInput({ keep: 'The address was changed after its page was fetched. Fetch it again, or untick this.' })
}
