import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compileFunction } from 'node:vm'
import Database from 'better-sqlite3'
import { type Part, type Row, assemble, derive, escape } from './derive.ts'
import type { Recorded } from './pages.ts'

// node limit.ts <recorded.json> <database> <cookie>: the bare server that ours is measured against. Node's own HTTP, the
// statements of our page prepared once, rows put between the constant pieces of the page by concatenation. No framework.

const [recordedFile = '', databaseFile = '', cookie = ''] = process.argv.slice(2)
// What record.ts printed.
const recorded = JSON.parse(readFileSync(recordedFile, 'utf8')) as Recorded[]
const database = new Database(databaseFile, { readonly: true })
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
const pages = new Map(recorded.map((page) => [page.path, serve(page)]))

const server = createServer((req, res) => {
  const page = pages.get(req.url ?? '')
  const bytes = Buffer.from(page ? page(req.headers.cookie ?? '') : 'There is no such page.')
  res.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length })
  res.end(bytes)
})
server.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has an AddressInfo.
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.on('SIGTERM', () => process.exit(0))

function serve({ calls, body }: Recorded): (cookie: string) => string {
  const known = hashOf(tokenIn(cookie))
  const reads = calls.map(({ sql, params }) => {
    const statement = database.prepare<unknown[], Row>(sql)
    // The look-up of the session: hashed anew for every request.
    const session = params.indexOf(known)
    return (token: string) => decoded(statement.all(session < 0 ? params : params.with(session, hashOf(token))))
  })
  const read = (token: string) => reads.map((run) => run(token))
  const parts = derive(body, read(tokenIn(cookie)))
  if (assemble(parts, read(tokenIn(cookie))) !== body) throw new Error('The limit does not give the bytes of our page')
  const write = compile(parts)
  return (given) => write(read(tokenIn(given)))
}

function tokenIn(header: string): string {
  return header.slice(header.indexOf('=') + 1)
}

// What is kept as JSON has to be parsed by whoever shows it.
function decoded(rows: Row[]): Row[] {
  for (const row of rows) {
    for (const value of Object.values(row)) {
      if (Buffer.isBuffer(value) && value[0] === 0x7b) JSON.parse(value.toString())
      else if (typeof value === 'string' && value.startsWith('[{')) JSON.parse(value)
    }
  }
  return rows
}

// One long concatenation, as template literals would be: each value has its own place in the code.
function compile(parts: Part[]): (results: Row[][]) => string {
  const pieces = parts.map((part) => {
    if (typeof part === 'string') return JSON.stringify(part)
    const value = `r[${part.query}][${part.row}][${JSON.stringify(part.column)}]`
    return `e(String(${value})${part.slice ? `.slice(${part.slice.join(', ')})` : ''})`
  })
  const source = `let h = ''; ${pieces.map((piece) => `h += ${piece};`).join('\n')} return h`
  const write = compileFunction(source, ['e', 'r'])
  return (results) => String(write(escape, results))
}
