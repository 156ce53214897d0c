// Loaded before any TypeScript, hence plain JavaScript that an old Node can read too.
const module_ = require('node:module')
const { join } = require('node:path')

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Stet needs Node 22.19 or newer; this is ${process.versions.node}. Run "npm ci" first (on Linux and Windows it brings the right Node), and start with "npm start".`,
  )
  process.exit(2)
}

// What was compiled once is kept, so that later starts are quicker and lighter.
module_.enableCompileCache(join(__dirname, '..', 'node_modules', '.cache', 'stet'))

// drizzle-orm's package.json lists every file it exports, and Node reads those 180 kB again for each file it looks up: half a
// second and 180 MB at every start. Its files name each other by relative paths, and ours ask for the same few of them.
const folder = '/node_modules/drizzle-orm/'
const entries = new Map()

module_.registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL
    if (specifier.startsWith('.') && parent && parent.includes(folder)) {
      return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true }
    }
    if (!/^drizzle-orm(\/|$)/.test(specifier)) return next(specifier, context)
    if (!entries.has(specifier)) entries.set(specifier, { ...next(specifier, context), shortCircuit: true })
    return entries.get(specifier)
  },
})
