import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { recorder, watchStatements } from './recording.ts'

// node record.ts <data folder> <cookie> <path>[ <form>] …: asks our program, here in this process, for each path twice (with
// a form: once), and prints what it answered and which statements it ran the last time.

watchStatements()
const { openDatabase } = await import('../../db/open.ts')
const { createApp } = await import('../../server/app.ts')
const { systemClock: clock, systemRandom: random } = await import('../../server/chance.ts')
const { readConfig } = await import('../../server/config.ts')
const { newFetching } = await import('../../server/fetching/fetching.ts')

const [dir = '', cookie = '', ...asked] = process.argv.slice(2)
const db = await openDatabase({ dir, clock, random, release: 'bench' })
const config = readConfig({ DATA_DIR: dir })
const fetching = newFetching(config, db)
const server = createServer(createApp({ db, config, fetching, log: pino({ level: 'fatal' }), setupCode: '' }))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
// A server that listens on a port has an AddressInfo.
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const found = []
for (const one of asked) {
  const [path = '', form] = one.split(' ')
  if (form === undefined) await ask(path, form)
  recorder.now = []
  const { status, body } = await ask(path, form)
  found.push({ path, status, body, calls: recorder.now })
  recorder.now = undefined
}
process.stdout.write(JSON.stringify(found))
server.close()
server.closeAllConnections()
db.close()

async function ask(path: string, form: string | undefined) {
  const headers: Record<string, string> = { cookie }
  if (form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded'
  const method = form === undefined ? 'GET' : 'POST'
  const answer = await fetch(origin + path, {
    method,
    headers,
    redirect: 'manual',
    ...(form !== undefined && { body: form }),
  })
  return { status: answer.status, body: await answer.text() }
}
