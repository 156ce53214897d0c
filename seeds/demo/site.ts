import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPublicSite, switchPublicSite } from '../../server/settings/public-site.ts'
import { writeSitePage } from '../../server/site/page.ts'
import { sitePageKeys } from '../../server/site/words.ts'
import { type Stage, personOf } from './newsroom.ts'

/** The editor writes what the newsroom tells of itself, from `pages/`, and the admin lets visitors find the checks at the front. */
export async function openPublicSite(stage: Stage): Promise<void> {
  const { db, clock } = stage
  for (const page of sitePageKeys) {
    clock.pass()
    await writeSitePage(db, personOf(stage, 'ansel'), { page, text: textOf(page), version: 0 })
  }
  clock.pass()
  const { version } = await readPublicSite(db.reader)
  await switchPublicSite(db, personOf(stage, 'marguerite'), { isOn: true, version })
}

const textOf = (page: string) =>
  readFileSync(join(import.meta.dirname, 'pages', `${page}.md`), 'utf8')
    .replaceAll('\r\n', '\n')
    .trimEnd()
