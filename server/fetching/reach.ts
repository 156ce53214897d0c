import ipaddr from 'ipaddr.js'

// Where the addresses that the registries give out lie; what they have not given out yet is inside these too.
const givenOut = ['2001::/16', '2003::/16', '2400::/6', '2800::/5'].map((range) => ipaddr.IPv6.parseCIDR(range))
const wellKnownPrefix = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
// Tells the machines of a cloud about themselves, from in between the public addresses.
const cloudWire = '168.63.129.16'

/**
 * Whether an IP address is out on the internet: not this machine, not a private network, not one of the ranges that IANA's
 * special-purpose registries keep from it. An IPv4 address inside an IPv6 one counts as itself where it can be told.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed instanceof ipaddr.IPv6 ? isPublicV6(parsed) : isPublicV4(parsed)
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return ['unicast', 'as112', 'amt'].includes(address.range()) && address.toString() !== cloudWire
}

function isPublicV6(address: ipaddr.IPv6): boolean {
  const range = address.range()
  if (range === 'rfc6145' || (range === 'rfc6052' && address.match(wellKnownPrefix)))
    return isPublicV4(new ipaddr.IPv4(address.toByteArray().slice(12)))
  if (range === 'amt' || range === 'as112v6') return true
  return range === 'unicast' && givenOut.some((part) => address.match(part))
}
