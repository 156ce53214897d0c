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

// drizzle-orm's package.json lists every file it exports, and Node reads those 180 kB again for each of them: half a second
// and 180 MB at every start. Its files name each other by relative paths, which need no looking up.
const folder = '/node_modules/drizzle-orm/'
module_.registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL
    if (!specifier.startsWith('.') || !parent || !parent.includes(folder)) return next(specifier, context)
    return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true }
  },
})
