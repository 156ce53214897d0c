import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { SiteSettingsPage } from '../../views/site/site-settings.ts'
import { VersionPage } from '../../views/site/version-page.ts'
import { WritePage } from '../../views/site/write-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { can, permit } from '../accounts/permissions.ts'
import { missing } from '../errors.ts'
import { newestKnown, optionalText, ticked, version } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readMissingPages } from '../reports/missing-page.ts'
import { readPublicSite, switchPublicSite } from '../settings/public-site.ts'
import type { World } from '../world.ts'
import { readSitePage, readSitePages, readSiteVersion, sitePageVersions, writeSitePage } from './page.ts'
import { type SitePageKey, sitePageKeys, sitePageWords } from './words.ts'

const Switch = z.strictObject({ isOn: ticked(), version: version() })
const Write = z.strictObject({
  text: optionalText(30_000).transform((text) => text ?? ''),
  version: newestKnown(),
  preview: z.literal('yes').optional(),
})

/** The public site as the newsroom sets it up: whether it is on, and the pages that editors write. */
export function siteRoutes({ db }: World): Router {
  const router = Router()

  router.get('/settings/site', async (req, res) => send(res, await settings(req, res)))

  router.post('/settings/site', (req, res) => {
    const act = async (input: z.output<typeof Switch>) => {
      await switchPublicSite(db, req.person, input)
      see(res, '/settings/site', input.isOn ? 'The public site is on.' : 'The public site is off.')
    }
    return submit(req, res, { schema: Switch, act, again: (typed) => settings(req, res, typed) })
  })

  router.get('/settings/site/:page', async (req, res) => send(res, await writing(req, res)))

  router.post('/settings/site/:page', (req, res) => {
    permit(req.person, 'site.write')
    const page = keyIn(req)
    const act = async ({ text, version: base, preview }: z.output<typeof Write>) => {
      if (preview) return send(res, await writing(req, res, { typed: fresh({ text, version: base }), preview: text }))
      await writeSitePage(db, req.person, { page, text, version: base })
      see(res, '/settings/site', `“${sitePageWords[page].title}” is saved.`)
    }
    return submit(req, res, { schema: Write, act, again: (typed) => writing(req, res, { typed }) })
  })

  router.get('/settings/site/:page/versions/:number', async (req, res) => {
    const found = await readSiteVersion(db.reader, keyIn(req), idParam(req, 'version', 'number'))
    send(res, VersionPage({ shell: shell(req, res), version: found }))
  })

  async function settings(req: Request, res: Response, typed?: Typed) {
    const site = await readPublicSite(db.reader)
    const pages = await readSitePages(db.reader)
    const may = { switch: can(req.person, 'settings.edit'), write: can(req.person, 'site.write') }
    const pageless = can(req.person, 'claim.publish') ? (await readMissingPages(db.reader, req.person)).count : 0
    return SiteSettingsPage({
      shell: shell(req, res),
      site,
      pages,
      pageless,
      may,
      typed: typed ?? fresh({ isOn: site.isOn ? 'yes' : '', version: site.version }),
    })
  }

  async function writing(req: Request, res: Response, { typed, preview }: { typed?: Typed; preview?: string } = {}) {
    permit(req.person, 'site.write')
    const page = await readSitePage(db.reader, keyIn(req))
    const versions = await sitePageVersions(db.reader, page.page)
    const shown = typed ?? fresh({ text: page.text, version: page.number })
    return WritePage({ shell: shell(req, res), page, versions, typed: shown, preview })
  }

  return router
}

function keyIn(req: Request): SitePageKey {
  return sitePageKeys.find((key) => key === req.params['page']) ?? missing('page')
}
