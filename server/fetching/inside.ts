import { hostAndPort, readAddress } from './address.ts'
import type { Fetching } from './fetching.ts'
import { isLocalName, readHost } from './host.ts'
import { isPublic } from './reach.ts'

/** Whether an address, as it stands, is one of the internet: nothing is looked up, and what is allowed inside the network is not. */
export function isPublicAddress({ allowed }: Pick<Fetching, 'allowed'>, address: string): boolean {
  const url = readAddress(address)
  if (typeof url === 'string' || allowed.has(hostAndPort(url))) return false
  const host = readHost(url.hostname)
  if (host === 'malformed') return false
  return 'literal' in host ? isPublic(host.literal) : !isLocalName(host.name)
}
