import { once } from 'node:events'
import { type RequestListener, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { checkFile } from '../db/check.ts'
import { openDatabase } from '../db/open.ts'
import { takeInSample } from '../seeds/sample.ts'
import { isUnclaimed } from './accounts/setup.ts'
import { type LastSeen, saveLastSeen } from './accounts/sign-in.ts'
import { createApp } from './app.ts'
import { secret, systemClock, systemRandom } from './chance.ts'
import { type Config, readConfig } from './config.ts'
import { PortTaken, StartRefused } from './errors.ts'
import { newFetching } from './fetching/fetching.ts'
import { keepHistory } from './history/daily.ts'
import { openKey } from './history/new-key.ts'
import { newWatch } from './history/watch.ts'
import { jobKinds } from './job-kinds.ts'
import { type Runner, newRunner } from './jobs/runner.ts'
import { release } from './release.ts'
import { type LastUsed, saveLastUsed } from './tokens/token.ts'
import type { World } from './world.ts'

export type Running = { world: World; address: string; stop: () => Promise<void> }

/** Starts the server and prints where it is. Throws StartRefused, whose message is for the person who started it. */
export async function serve(
  env: Record<string, string | undefined>,
  say: (line: string) => void = console.log,
): Promise<Running> {
  const config = readConfig(env)
  const db = await openDatabase({ dir: config.dataDir, clock: systemClock, random: systemRandom, release })
  const log = pino(
    { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    pino.destination(2),
  )
  const fetching = newFetching(config, db)
  const world: World = { db, config, log, fetching, setupCode: secret(systemRandom) }
  const seen: LastSeen = new Map()
  const used: LastUsed = new Map()
  try {
    if (db.isNew) await takeInSample(db)
    const key = await openKey(world)
    const watch = newWatch(db)
    const server = await listen(newServer(createApp(world, { seen, used, watch })), config)
    const address = config.publicUrl ?? addressOf(server)
    // Whoever reads the address may stop the program at once, and it must then close its files.
    const runner = newRunner(world, jobKinds)
    const stop = keep({ world, server, seen, used, runner, stopKeeping: keepHistory(world, watch) })
    if (!key.ok) say(key.why)
    await greet(world, address, say)
    // Jobs write, so they begin when the file is known to be sound.
    void checkFile(db.file).then(
      () => runner.start().catch((error: unknown) => world.log.error({ err: error }, 'the jobs did not start')),
      (error: unknown) => giveUp(error, stop),
    )
    return { world, address, stop }
  } catch (error) {
    db.close()
    throw error
  }
}

// A file found damaged must not be written to any further.
async function giveUp(error: unknown, stop: (saving: boolean) => Promise<void>): Promise<void> {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof StartRefused ? error.exitCode : 1
  await stop(false)
}

/** A server whose connections end when nothing moves on them: who asks and never reads the answer would keep it in memory. */
export function newServer(app: RequestListener): Server {
  const limits = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000 }
  return createServer(limits, app).setTimeout(120_000)
}

async function listen(server: Server, { port, host }: Config): Promise<Server> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE')
      throw new PortTaken(
        `Port ${port} is already in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new PortTaken(`This user may not open port ${port}. Choose one above 1023: PORT=4173 npm start`)
    throw new PortTaken(`Stet cannot listen on ${host}:${port} (${String(code)}). Check HOST and PORT.`)
  }
}

function addressOf(server: Server): string {
  // A server that listens on a port has an AddressInfo.
  const { port, address } = server.address() as AddressInfo
  const host =
    address === '0.0.0.0' || address === '::' ? 'localhost' : address.includes(':') ? `[${address}]` : address
  return `http://${host}:${port}`
}

async function greet(world: World, address: string, say: (line: string) => void): Promise<void> {
  say(`Stet ${release} is running at ${address}`)
  if (!(await isUnclaimed(world.db))) return
  say('There is no account yet. Open this link to make the first one; it works once:')
  say(`${address}/setup?code=${world.setupCode}`)
}

type Kept = {
  world: World
  server: Server
  seen: LastSeen
  used: LastUsed
  runner: Runner
  stopKeeping: () => void
}

// Runs until told to stop: writes down now and then who was last seen and which tokens were used, and closes the database properly.
function keep({ world, server, seen, used, runner, stopKeeping }: Kept): (saving?: boolean) => Promise<void> {
  const save = () =>
    Promise.all([saveLastSeen(world.db, seen), saveLastUsed(world.db, used)]).catch((error: unknown) =>
      world.log.error(error),
    )
  const timer = setInterval(() => void save(), 60_000)
  const stop = async (saving = true) => {
    clearInterval(timer)
    stopKeeping()
    server.close()
    server.closeAllConnections()
    const ended = runner.stop()
    if (saving) await Promise.all([save(), ended])
    world.db.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  return stop
}
