import { describe, expect, it } from 'vitest'
import { doiAddress, doiIn, doiOf } from '../../server/sources/doi.ts'
import { isbnIn, isbnOf } from '../../server/sources/isbn.ts'

describe('a DOI', () => {
  it.each([
    ['10.1000/182', '10.1000/182'],
    ['doi:10.1000/ABC-d', '10.1000/abc-d'],
    ['DOI: 10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1016/S0140-6736(05)12345-6', '10.1016/s0140-6736(05)12345-6'],
    ['http://dx.doi.org/10.1000%2F182', '10.1000/182'],
    ['doi.org/10.1000/182?a=b', '10.1000/182?a=b'],
    ['10.1000.10/123', '10.1000.10/123'],
  ])('is recognised in %s', (text, doi) => expect(doiOf(text)).toBe(doi))

  it.each(['10.1000', '10.1/x', '11.1000/182', '10.1000/', 'see 10.1000/182', 'https://site.example/10.1000/182', ''])(
    'is not %s',
    (text) => expect(doiOf(text)).toBeUndefined(),
  )

  it.each([
    ['(see 10.1000/182).', '10.1000/182'],
    ['“10.1000/182”, and', '10.1000/182'],
    ['[10.1016/S0140(05)1]', '10.1016/s0140(05)1'],
    ['https://site.example/doi/full/10.1000/182?journal=a#top', '10.1000/182'],
  ])('is found in %s without what stands around it', (text, doi) => expect(doiIn(text)).toBe(doi))

  it('leads to an address', () => {
    expect(doiAddress('10.1000/a<b>#c')).toBe('https://doi.org/10.1000/a%3Cb%3E%23c')
  })
})

describe('an ISBN', () => {
  it.each([
    ['978-0-306-40615-7', '9780306406157'],
    ['0-306-40615-2', '9780306406157'],
    ['ISBN-10: 0 8044 2957 X', '9780804429573'],
    ['urn:isbn:9780306406157', '9780306406157'],
    ['979‑10‑90636‑07‑1', '9791090636071'],
  ])('is recognised in %s', (text, isbn) => expect(isbnOf(text)).toBe(isbn))

  it.each(['978-0-306-40615-8', '0-306-40615-3', '0306406158', '9770306406157', '123', '', '030640615X0'])(
    'is not %s',
    (text) => expect(isbnOf(text)).toBeUndefined(),
  )

  it('is found where it is called one', () => {
    expect(isbnIn('Printed in 2024. ISBN 978-0-306-40615-8 (wrong), ISBN: 978-0-306-40615-7.')).toBe('9780306406157')
    expect(isbnIn('Call 0306406152')).toBeUndefined()
  })
})
