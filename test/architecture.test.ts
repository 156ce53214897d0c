import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const folders = ['server', 'views', 'db', 'seeds', 'test']

type File = { path: string; text: string; imports: { path: string; isType: boolean }[] }

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js|css|cjs)$/.test(name))
    .map((name) => read(join(folder, name))),
)
const code = files.filter(({ path }) => path.endsWith('.ts') && !path.startsWith('test/'))

function read(path: string): File {
  const text = readFileSync(join(root, path), 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)
  const imports = [...found].map(([, type, to = '']) => ({
    isType: type !== undefined,
    path: to.startsWith('.') ? relative(root, join(root, dirname(path), to)) : to,
  }))
  return { path, text, imports }
}

/** Every import that a rule forbids, as "from → to". */
function offences(
  from: RegExp,
  to: RegExp,
  allowed: (file: File, target: string, isType: boolean) => boolean = () => false,
): string[] {
  return code
    .filter(({ path }) => from.test(path))
    .flatMap((file) =>
      file.imports
        .filter((target) => to.test(target.path) && !allowed(file, target.path, target.isType))
        .map((target) => `${file.path} → ${target.path}`),
    )
}

const feature = (path: string) => path.split('/')[1]

describe('the layers', () => {
  it('views know nothing of the database', () => {
    expect(offences(/^views\//, /^(db\/|drizzle-orm|better-sqlite3)/)).toEqual([])
  })

  it('views take words, types and pure functions from features, never their routes, stores or rules that write', () => {
    const pure =
      /\/(words|[a-z]+-words|states|anchor|filter|spans|mention|permissions|languages|doi)\.ts$|^server\/values\//
    expect(offences(/^views\//, /^server\//, (_file, to, isType) => isType || pure.test(to))).toEqual([])
  })

  it('what is said of texts and values by themselves knows no feature', () => {
    expect(offences(/^server\/(text|values)\//, /^(server\/(?!text\/|values\/)|views|db)\b/)).toEqual([])
  })

  it('rules and stores know nothing of HTTP', () => {
    const isHttp = (path: string) => /(^|\/)([a-z-]+-)?routes\.ts$/.test(path)
    expect(
      offences(
        /^server\/[a-z]+\/[^/]+\.ts$/,
        /^(server\/http\/|express$)/,
        ({ path }) =>
          path.startsWith('server/http/') || isHttp(path) || /\/(resume|upload|throttle-gate|fields)\.ts$/.test(path),
      ),
    ).toEqual([])
  })

  it('a feature asks another for its rules, never for its routes or store', () => {
    const foreign = (file: File, to: string) =>
      feature(file.path) === feature(to) || (file.path === 'server/app.ts' && to.endsWith('routes.ts'))
    expect(offences(/^server\//, /^server\/[a-z]+\/[^/]*(store|routes)\.ts$/, foreign)).toEqual([])
  })

  it('a route asks the rules, never a store', () => {
    expect(offences(/routes\.ts$/, /store\.ts$/)).toEqual([])
  })

  it('the database folder knows only time, chance and the errors of the server', () => {
    expect(offences(/^db\//, /^(server|views)\//, (_file, to) => /^server\/(chance|errors)\.ts$/.test(to))).toEqual([])
  })

  it('only stores, and the seeds, speak SQL', () => {
    const speakers = code.filter(
      ({ path, imports }) =>
        /^(server|views)\//.test(path) &&
        !path.endsWith('store.ts') &&
        imports.some(({ path: to, isType }) => to.startsWith('drizzle-orm') && !isType),
    )
    expect(speakers.map(({ path }) => path)).toEqual([])
  })

  it('only the configuration, main, cli and seeds read the environment', () => {
    const readers = code.filter(({ text }) => /process\.env/.test(text)).map(({ path }) => path)
    expect(readers.filter((path) => !/^(server\/(config|main|cli)\.ts|seeds\/)/.test(path))).toEqual([])
  })
})

describe('the safety rules', () => {
  const places = (pattern: RegExp, within = /^(server|views|db)\//) =>
    code.filter(({ path, text }) => within.test(path) && pattern.test(text)).map(({ path }) => path)

  it('text is marked as HTML in two places, for Markdown and for data that is never run', () => {
    expect(places(/\btrusted\(/)).toEqual(['views/markdown.ts', 'views/reports/data-block.ts'])
    expect(places(/<script(?! )|<script type="(?!module)|<script type="application/)).toEqual([
      'views/reports/data-block.ts',
    ])
    expect(places(/hono\/html/)).toEqual(['views/html.ts'])
  })

  it('no view writes a style, a script or a handler into the page', () => {
    expect(places(/ style="|<style|<script>| on[a-z]+="|hx-on|="js:/, /^views\//)).toEqual([])
  })

  it('attributes with holes are quoted', () => {
    expect(places(/ [a-z-]+=\$\{/, /^views\//)).toEqual([])
  })

  it('stores wait for queries, so that another engine can come in', () => {
    expect(places(/\.(get|all|run)\(\)/, /^server\/.*store\.ts$/)).toEqual([])
  })

  it('the database file is opened by SQLite alone: closing any other handle would drop its locks', () => {
    expect(
      places(
        /(readFile|createReadStream|open|copyFile|rename)(Sync)?\([^)]*\b(db\.file|sqlite|file)\b/,
        /^(server|db)\//,
      ).filter((path) => path !== 'db/migrate.ts'),
    ).toEqual([])
  })

  it('nothing is run in a shell, and no text becomes code or a pattern', () => {
    expect(places(/child_process|new Function|\beval\(|new RegExp\(/)).toEqual([])
  })
})

it('every file is one that Node reads, which is not as lenient as what runs the tests', () => {
  const refused = code.flatMap(({ path, text }) => {
    try {
      stripTypeScriptTypes(text)
      return []
    } catch (error) {
      return [`${path}: ${String(error)}`]
    }
  })
  expect(refused).toEqual([])
})

describe('the size of things', () => {
  const lines = ({ text }: File) => text.split('\n').length

  it('no file is over 250 lines', () => {
    expect(files.filter((file) => lines(file) > 250).map((file) => `${file.path}: ${lines(file)}`)).toEqual([])
  })

  it('nine files of ten are at most 120 lines', () => {
    const sizes = code.map(lines).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(120)
  })

  it('names say what is in a file', () => {
    expect(
      files.map(({ path }) => path).filter((path) => /(util|helper|manager|service|common|misc)s?\./.test(path)),
    ).toEqual([])
    expect(
      files.map(({ path }) => path).filter((path) => /[A-Z_]/.test(path.replaceAll(/db\/migrations\/\S+/g, ''))),
    ).toEqual([])
  })

  it('exported functions and classes of the program say what a caller cannot see; routes need not', () => {
    const exported = /(?<!\*\/\n)^export (?:(?:async )?function\*? ?|class |const (?=\w+ =[^\n]*=>))(\w+)/gm
    const bare = code
      .filter(({ path }) => /^(server|db)\//.test(path))
      .flatMap(({ path, text }) => [...text.matchAll(exported)].map(([, name]) => `${path}: ${name}`))
    expect(bare.filter((name) => !name.endsWith('Routes'))).toEqual([])
  })
})
