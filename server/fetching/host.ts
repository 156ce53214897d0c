import ipaddr from 'ipaddr.js'

/** What stands for a machine in an address: an IP address, a name to look up, or neither. */
export type Host = { literal: string } | { name: string } | 'malformed'

/**
 * Tells IP addresses from names, in every spelling that some program takes for one: `127.1`, `0x7f000001`, `2130706433`.
 * What only looks like one is malformed, so that no looser reader and no name server gets to decide what it means.
 */
export function readHost(host: string): Host {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (bare.includes(':')) return ipaddr.IPv6.isValid(bare) && !/[%/]/.test(bare) ? { literal: bare } : 'malformed'
  if (!/^[a-z0-9._-]+$/i.test(bare)) return 'malformed'
  if (!looksNumeric(bare)) return { name: bare }
  return ipaddr.IPv4.isValid(bare) ? { literal: ipaddr.IPv4.parse(bare).toString() } : 'malformed'
}

// Five numbers and more are no address in anybody's eyes.
function looksNumeric(host: string): boolean {
  const labels = host.split('.').filter((label) => label !== '')
  return labels.length <= 4 && labels.every((label) => /^(0x[0-9a-f]*|\d+)$/i.test(label))
}

/** Whether a name means something inside one network only, such as `localhost`, `intranet` or `printer.local`. */
export const isLocalName = (name: string): boolean =>
  !/[^.]\.[^.]/.test(name) || /\.(?:localhost|local|internal|home\.arpa)\.?$/i.test(name)
