import { type Reason, refusalWords, statusRefusal } from './words.ts'

/** Nothing came of it: the reason, a sentence for the person who asked, and the status where the site answered with one. */
export type Refused = { refused: Reason | 'status'; message: string; status?: number }

/** Ends a fetch from wherever it has got to; never leaves this folder. */
export class FetchRefused extends Error {
  readonly reason: Reason
  constructor(reason: Reason) {
    super(refusalWords[reason])
    this.reason = reason
  }
}

/** The refusal for a reason. */
export const refusal = (reason: Reason): Refused => ({
  refused: reason,
  message: refusalWords[reason],
})

/** The refusal for an answer that is no page. */
export const noPage = (status: number): Refused => ({ refused: 'status', message: statusRefusal(status), status })

/** What an error of the network means; undefined for one that is none. Behind a proxy, it is the proxy that is not reached. */
export function networkRefusal(error: unknown, isProxied: boolean): Refused | undefined {
  if (error instanceof FetchRefused) return refusal(error.reason)
  if (!(error instanceof Error)) return undefined
  const sign = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const reason = signs.find(([pattern]) => pattern.test(sign))?.[1]
  return reason && refusal(reason === 'unreachable' && isProxied ? 'proxy' : reason)
}

// OpenSSL, Node, zlib and undici have each a way of naming what went wrong.
const signs: [RegExp, Reason][] = [
  [
    /CERT|SIGNATURE|^ERR_(SSL|TLS)|^EPROTO$|^(HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/,
    'tls',
  ],
  [/TIMEOUT|^ETIMEDOUT$/, 'slow'],
  [
    /^(Z_|HPE_|HTTPParserError|UND_ERR_(SOCKET|RES_CONTENT|HEADERS_OVERFLOW)|ECONNRESET|EPIPE|ERR_STREAM)/,
    'broken-off',
  ],
  [/^(E[A-Z]+|UND_ERR_.*)$/, 'unreachable'],
]
