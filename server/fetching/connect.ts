import { Agent, type Dispatcher, ProxyAgent, type buildConnector } from 'undici'
import { hostAndPort } from './address.ts'
import type { Fetching } from './fetching.ts'
import { type Host, isLocalName, readHost } from './host.ts'
import { isPublic } from './reach.ts'
import { FetchRefused } from './refusal.ts'

const wire = { connections: 1, allowH2: false, maxHeaderSize: 32_768, keepAliveTimeout: 1 }

/**
 * What one address is asked through, to be destroyed after it. Throws FetchRefused for a port that is not the web's, and
 * for a host that a proxy may not be asked for; without a proxy the guard is in the connection, and nothing gets past it.
 */
export function dispatcherFor(fetching: Fetching, url: URL): Dispatcher {
  const isAllowed = fetching.allowed.has(hostAndPort(url))
  // The parser has taken away the port that the scheme has by itself.
  if (!isAllowed && url.port !== '' && url.port !== '80' && url.port !== '443') throw new FetchRefused('port')
  const proxy = proxyFor(fetching, url)
  if (proxy === undefined) return new Agent({ ...wire, connect: guardedConnect(fetching) })
  checkedHost(url.hostname)
  return new ProxyAgent({ ...wire, uri: proxy, connectTimeout: 5_000 })
}

/** The proxy that an address is asked through; what is allowed inside the network is asked directly. */
export const proxyFor = ({ proxy, allowed }: Fetching, url: URL): string | undefined =>
  allowed.has(hostAndPort(url)) ? undefined : proxy

// Node asks no `lookup` about a host that is an IP address already, so a guard there would let 127.0.0.1 through.
function guardedConnect(fetching: Fetching): buildConnector.connector {
  return (options, callback) => {
    void addressesFor(fetching, options).then(
      (addresses) => dialInTurn(fetching, addresses, { options, callback }),
      (error: Error) => callback(error, null),
    )
  }
}

async function addressesFor(fetching: Fetching, options: buildConnector.Options): Promise<string[]> {
  if (fetching.allowed.has(hostAndPort(options))) return lookedUp(fetching, readHost(options.hostname))
  const addresses = await lookedUp(fetching, checkedHost(options.hostname))
  if (!addresses.every(isPublic)) throw new FetchRefused('private')
  return addresses
}

function checkedHost(hostname: string): Host {
  const host = readHost(hostname)
  if (host === 'malformed') throw new FetchRefused('no-address')
  if ('literal' in host ? !isPublic(host.literal) : isLocalName(host.name)) throw new FetchRefused('private')
  return host
}

async function lookedUp(fetching: Fetching, host: Host): Promise<string[]> {
  if (host === 'malformed') throw new FetchRefused('no-address')
  if ('literal' in host) return [host.literal]
  const addresses = await fetching.lookup(host.name).catch(() => [])
  if (addresses.length === 0) throw new FetchRefused('unresolved')
  return addresses
}

type Call = { options: buildConnector.Options; callback: buildConnector.Callback }

// To the very addresses that were checked: the name is not looked up again, and stays for the certificate alone.
function dialInTurn(
  { dial }: Pick<Fetching, 'dial'>,
  [first = '', ...others]: string[],
  { options, callback }: Call,
): void {
  dial({ ...options, hostname: first }, (...answer) => {
    if (answer[0] && others.length > 0) dialInTurn({ dial }, others, { options, callback })
    else callback(...answer)
  })
}
