import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const own = join(import.meta.dirname, 'assets')
const packageDir = (entry: string, up: string) => join(dirname(fileURLToPath(import.meta.resolve(entry))), up)

/** Where the files under /assets/<hash>/ come from: our own, and browser code of two packages under `vendor`. */
export const assetRoots = {
  '': own,
  '/vendor/htmx': packageDir('htmx.org', '.'),
  '/vendor/hotkey': packageDir('@github/hotkey', '.'),
}

const files = readdirSync(own, { recursive: true, encoding: 'utf8' })
  .sort()
  .filter((file) => /\.(css|js|svg|png)$/.test(file))
const versions = ['htmx.org/package.json', '@github/hotkey/package.json']

const hash = createHash('sha256')
for (const file of files) hash.update(file).update(readFileSync(join(own, file)))
for (const entry of versions) hash.update(readFileSync(fileURLToPath(import.meta.resolve(entry))))

/** Where the assets live: the address changes with their content, so a browser may keep them for ever. */
export const assetBase = `/assets/${hash.digest('hex').slice(0, 16)}`

export const assetUrl = (file: string): string => `${assetBase}/${file}`

const sheets = files.filter((file) => file.endsWith('.css')).map((file) => file.replaceAll('\\', '/'))
const isPublic = (file: string) => file.startsWith('css/public/')
// The first one says in which order the layers win. The second is what both kinds of page stand on, and they change it in the same layer.
const first = ['css/tokens.css', 'css/base.css']
const others = sheets.filter((file) => !first.includes(file))

/** Every stylesheet of the tool. Behind the first two, their order does not matter. */
export const stylesheets = [...first, ...others.filter((file) => !isPublic(file))].map(assetUrl)

/** The stylesheets of the pages that readers see. */
export const publicStylesheets = [
  ...first,
  ...others.filter((file) => isPublic(file) || file.startsWith('css/report')),
].map(assetUrl)
