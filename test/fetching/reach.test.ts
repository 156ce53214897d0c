import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAddress } from '../../server/fetching/address.ts'
import { isLocalName, readHost } from '../../server/fetching/host.ts'
import { isPublic } from '../../server/fetching/reach.ts'

const verdict = (input: string) => {
  const host = readHost(input)
  return host !== 'malformed' && 'literal' in host && isPublic(host.literal) ? 'allowed' : 'blocked'
}

describe('an IP address', () => {
  const inside = `0.0.0.0 0.255.255.255 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254
    168.63.129.16 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.7 192.88.99.1 192.168.0.1 198.18.0.1
    198.51.100.7 203.0.113.9 224.0.0.251 239.255.255.255 240.0.0.1 255.255.255.255
    127.1 0x7f.1 0177.0.0.1 017700000001 0x7f000001 2130706433 0
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:10.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::8.8.8.8 100::1
    2001::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 4000::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1
    [::1] [fd00::1]`.split(/\s+/)
  const outside = `8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15
    172.15.255.255 172.32.0.0 192.167.255.255 192.169.0.0 223.255.255.255 134744072
    2001:4860:4860::8888 2003::1 2400:cb00::1 2606:4700::1111 2a00:1450::1 2c0f:f248::1 64:ff9b::8.8.8.8 [2606:4700::1111]`.split(
    /\s+/,
  )

  it.each(inside)('%s is not on the internet', (address) => expect(verdict(address)).toBe('blocked'))
  it.each(outside)('%s is', (address) => expect(verdict(address)).toBe('allowed'))
})

describe('a host', () => {
  it.each(
    '127.0.0.1. 127..1 .1 1.. 0x7f..1 127.0.0.1%lo 127.0.0.1/8 fe80::1%eth0 ::1/64 1.2.3.999 a_b:c a@b'.split(' '),
  )('%s is neither an address nor a name', (host) => expect(readHost(host)).toBe('malformed'))

  it.each('example.org example.org. 127.0.0.1.example 0xfoo.example 1.2.3.4.5 xn--bcher-kva.example'.split(' '))(
    '%s is a name',
    (host) => expect(readHost(host)).toEqual({ name: host }),
  )

  it('may have a name that only its own network knows', () => {
    const local = [
      'localhost',
      'localhost.',
      'intranet',
      'a.localhost',
      'printer.local',
      'db.internal',
      'nas.home.arpa.',
    ]
    expect(local.filter((name) => !isLocalName(name))).toEqual([])
    expect(['local.example', 'example.org', 'example.org.', 'internal.example.org'].filter(isLocalName)).toEqual([])
  })
})

const folder = join(import.meta.dirname, '../../../shared/data/hostile/ssrf-surfguard')

// What the files hold is said in a note beside them.
type Case = { label?: string; input: string; policies?: { default: string }; blocked?: boolean; canonical?: string }
const cases = (name: string): Case[] =>
  existsSync(folder) ? (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { cases: Case[] }).cases : []

describe.skipIf(!existsSync(folder))('the published vectors', () => {
  it('of addresses are decided as they say', () => {
    const all = ['allowed', 'blocked', 'boundaries'].flatMap(cases)
    expect(all.length).toBeGreaterThan(80)
    expect(all.filter(({ input, policies }) => verdict(input) !== policies?.default)).toEqual([])
  })

  it('of old spellings mean the address they say, and never go to a name server', () => {
    for (const { input, canonical, blocked } of cases('legacy_numeric')) {
      expect([input, readHost(input)]).toEqual([input, { literal: canonical }])
      expect([input, verdict(input)]).toEqual([input, blocked ? 'blocked' : 'allowed'])
    }
  })

  it('of malformed numbers and of prefixes are no host', () => {
    const all = ['malformed_numeric_hosts', 'non_host_prefixes'].flatMap(cases)
    expect(all.filter(({ input }) => readHost(input) !== 'malformed')).toEqual([])
  })

  it('of names go to the name server', () => {
    for (const { input } of cases('dns_hostnames')) expect(readHost(input)).toEqual({ name: input })
  })

  it('say the same when they stand in a whole address, or it is refused as none', () => {
    const files = ['blocked', 'malformed_numeric_hosts', 'non_host_prefixes'].flatMap(cases)
    const through = files.filter(({ input }) => {
      const url = readAddress(`http://${input.includes(':') ? `[${input}]` : input}/`)
      return typeof url !== 'string' && verdict(url.hostname) === 'allowed'
    })
    expect(through).toEqual([])
  })
})

describe('an address', () => {
  it.each([
    ['', 'no-address'],
    ['example.org', 'no-address'],
    ['http://', 'no-address'],
    ['http://1.2.3.4.5/', 'no-address'],
    ['http://93.184.216.34./', 'no-address'],
    ['http://93.184.216.34.:80/', 'no-address'],
    [String.raw`http:\\93.184.216.34.\a`, 'no-address'],
    ['ftp://example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,a', 'scheme'],
    ['https://me@example.org/', 'credentials'],
    ['https://:secret@example.org/', 'credentials'],
  ])('%s is refused: %s', (address, reason) => expect(readAddress(address)).toBe(reason))

  it('is asked for without its fragment', () => {
    expect(String(readAddress('https://Example.org:443/a?b#:~:text=c'))).toBe('https://example.org/a?b')
  })
})
