import { join, resolve } from 'node:path'
import { z } from 'zod'
import { BadSettings } from './errors.ts'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const numberUpTo = (most: number, problem: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, problem)
    .transform(Number)
    .refine((number) => number <= most, problem)

const Settings = z.object({
  PORT: numberUpTo(65_535, 'must be a port number, 0 to 65535').default(4173),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  KEY_FILE: z.string().optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://stet.example.org' })
    .refine(
      (url) => URL.parse(url)?.href === `${URL.parse(url)?.origin}/`,
      'must be an address without a path, such as https://stet.example.org',
    )
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TRUST_PROXY: numberUpTo(9, 'must be the number of proxies in front, such as 1').default(0),
  FETCH_PROXY: z
    .url({ protocol: /^https?$/, error: 'must be the address of a proxy, such as http://proxy.example.org:3128' })
    .optional(),
  FETCH_ALLOW: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine(
      (list) => list.every(isHostAndPort),
      'must be hosts with their ports, such as archive.local:80, 10.0.0.7:8080',
    ),
  ARCHIVE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://web.archive.org' })
    .default('https://web.archive.org')
    .transform((url) => url.replace(/\/+$/, '')),
  ARCHIVE_KEY: z
    .string()
    .regex(/^[\x21-\x39\x3b-\x7e]+$/, 'must be letters, digits and signs without a colon')
    .optional(),
  ARCHIVE_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be letters, digits and signs')
    .optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('warn'),
})

// Spelt as the parser of addresses spells them, port and all, or nothing would ever match.
const isHostAndPort = (item: string) => {
  const [, host, port] = /^([^/@?#\\]+):([1-9]\d{0,4})$/.exec(item) ?? []
  return port !== undefined && URL.parse(`http://${host}:${port}`)?.hostname === host
}

export type Config = {
  port: number
  host: string
  dataDir: string
  /** The key that signs the history: never in the database, and never in a copy of it. */
  keyFile: string
  /** Without a slash at the end; undefined: the address people reach it at is taken from the request. */
  publicUrl: string | undefined
  /** Proxies in front whose X-Forwarded-… headers are believed. */
  trustProxy: number
  /** The proxy that pages are fetched through; undefined: they are fetched directly. */
  fetchProxy: string | undefined
  /** Hosts with their ports that may be fetched although they are not on the internet or not on a port of the web. */
  fetchAllow: string[]
  /** The Internet Archive and the account it is asked by; undefined: it is never asked. Never logged or shown. */
  archive: { address: string; key: string; secret: string } | undefined
  logLevel: (typeof levels)[number]
}

/** Reads the settings once. Throws BadSettings with every problem in one message. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.keys(Settings.shape).map((key) => [key, env[key] || undefined]))
  const read = Settings.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map((issue) =>
      `${issue.path.join('.')} ${issue.message} ${isSecret(issue.path[0]) ? '' : `(it is "${given[String(issue.path[0])]}")`}.`.replace(
        ' .',
        '.',
      ),
    )
    throw new BadSettings(lines.join('\n'))
  }
  const { PORT, HOST, DATA_DIR, KEY_FILE, PUBLIC_URL, TRUST_PROXY, FETCH_PROXY, FETCH_ALLOW, LOG_LEVEL } = read.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    keyFile: resolve(KEY_FILE ?? join(DATA_DIR, 'stet.key')),
    publicUrl: PUBLIC_URL,
    trustProxy: TRUST_PROXY,
    fetchProxy: FETCH_PROXY,
    fetchAllow: FETCH_ALLOW,
    archive: archiveOf(read.data),
    logLevel: LOG_LEVEL,
  }
}

const isSecret = (name: unknown) => name === 'ARCHIVE_KEY' || name === 'ARCHIVE_SECRET'

function archiveOf({ ARCHIVE_URL: address, ARCHIVE_KEY: key, ARCHIVE_SECRET: secret }: z.output<typeof Settings>) {
  if (key === undefined && secret === undefined) return undefined
  if (key === undefined || secret === undefined)
    throw new BadSettings('ARCHIVE_KEY and ARCHIVE_SECRET go together: set both or neither.')
  return { address, key, secret }
}
