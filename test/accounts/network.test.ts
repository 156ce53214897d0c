import { expect, it } from 'vitest'
import { networkOf, plainAddress } from '../../server/accounts/network.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('counts %s under %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('writes an IPv4 address plainly', () => {
  expect(plainAddress('::FFFF:10.0.0.1')).toBe('10.0.0.1')
  expect(plainAddress('2001:db8::1')).toBe('2001:db8::1')
})
