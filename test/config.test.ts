import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../server/config.ts'

describe('settings', () => {
  it('have defaults that serve one machine', () => {
    expect(readConfig({})).toEqual({
      port: 4173,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      publicUrl: undefined,
      trustProxy: 0,
      logLevel: 'warn',
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
      trustProxy: 1,
    })
  })

  it('name every problem at once', () => {
    const read = () => readConfig({ PORT: 'http', PUBLIC_URL: 'stet.example.org', LOG_LEVEL: 'loud' })
    expect(read).toThrow(/PORT[^]*PUBLIC_URL[^]*LOG_LEVEL/)
    expect(read).toThrow(/it is "http"/)
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', '1.5'],
    ['TRUST_PROXY', 'yes'],
    ['PUBLIC_URL', 'ftp://stet.example.org'],
    ['PUBLIC_URL', 'https://stet.example.org/path'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
})
