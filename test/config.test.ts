import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../server/config.ts'

describe('settings', () => {
  it('have defaults that serve one machine', () => {
    expect(readConfig({})).toEqual({
      port: 4173,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      keyFile: resolve('data/stet.key'),
      publicUrl: undefined,
      trustProxy: 0,
      logLevel: 'warn',
      fetchProxy: undefined,
      fetchAllow: [],
    })
  })

  it('are taken from the environment, an empty one counting as not given', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '',
      PUBLIC_URL: 'https://stet.example.org/',
      DATA_DIR: '/srv/stet',
      TRUST_PROXY: '1',
    })
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'https://stet.example.org',
      dataDir: '/srv/stet',
      keyFile: '/srv/stet/stet.key',
      trustProxy: 1,
    })
  })

  it('list what may be fetched inside the network, by commas or spaces', () => {
    const { fetchAllow } = readConfig({ FETCH_ALLOW: 'archive.local:80,10.0.0.7:8080  [fd00::7]:443' })
    expect(fetchAllow).toEqual(['archive.local:80', '10.0.0.7:8080', '[fd00::7]:443'])
  })

  it('name every problem at once', () => {
    const read = () => readConfig({ PORT: 'http', PUBLIC_URL: 'stet.example.org', LOG_LEVEL: 'loud' })
    expect(read).toThrow(/PORT[^]*PUBLIC_URL[^]*LOG_LEVEL/)
    expect(read).toThrow(/it is "http"/)
  })

  it.each([
    ['PORT', '70000', 'must be a port number, 0 to 65535'],
    ['PORT', '1.5', 'must be a port number, 0 to 65535'],
    ['PORT', '-1', 'must be a port number, 0 to 65535'],
    ['PORT', '0x50', 'must be a port number, 0 to 65535'],
    ['PORT', '1e3', 'must be a port number, 0 to 65535'],
    ['TRUST_PROXY', 'yes', 'must be the number of proxies in front'],
    ['TRUST_PROXY', '-1', 'must be the number of proxies in front'],
    ['FETCH_PROXY', 'proxy.example.org:3128', 'must be the address of a proxy'],
    ['FETCH_ALLOW', 'archive.local', 'must be hosts with their ports'],
    ['FETCH_ALLOW', 'archive.local:80, http://10.0.0.7:8080', 'must be hosts with their ports'],
    ['FETCH_ALLOW', '127.1:80', 'must be hosts with their ports'],
    ['PUBLIC_URL', 'ftp://stet.example.org', 'must be an address such as'],
    ['PUBLIC_URL', 'javascript:alert(1)', 'must be an address such as'],
    ['PUBLIC_URL', 'https://stet.example.org/path', 'must be an address without a path'],
    ['PUBLIC_URL', 'https://stet.example.org/?a=b', 'must be an address without a path'],
    ['PUBLIC_URL', 'https://me:secret@stet.example.org', 'must be an address without a path'],
  ])('refuse %s=%s', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} ${sentence}`)
  })

  it('ask the archive with both keys or not at all, and never show them', () => {
    expect(readConfig({}).archive).toBeUndefined()
    const archive = { address: 'https://web.archive.org', key: 'KEY', secret: 'S3CRET' }
    expect(readConfig({ ARCHIVE_KEY: 'KEY', ARCHIVE_SECRET: 'S3CRET' }).archive).toEqual(archive)
    expect(() => readConfig({ ARCHIVE_KEY: 'KEY' })).toThrow('ARCHIVE_KEY and ARCHIVE_SECRET go together')
    const wrong = () => readConfig({ ARCHIVE_KEY: 'KEY', ARCHIVE_SECRET: 'S3 CRET' })
    expect(wrong).toThrow(/^ARCHIVE_SECRET must be letters, digits and signs\.$/)
  })
})
