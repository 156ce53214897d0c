import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashPassword, isRightPassword, newPassword, passwordProblem } from '../../server/accounts/password.ts'

const ada = { name: 'Ada Łovelace', email: 'ada.lovelace@example.org' }

describe('a new password', () => {
  it('has 12 to 128 characters, counted as people count them', () => {
    const takes = (password: string) => newPassword().safeParse(password).success
    expect(takes('x'.repeat(11))).toBe(false)
    expect(takes('x'.repeat(12))).toBe(true)
    expect(takes('🦊'.repeat(128))).toBe(true)
    expect(takes('x'.repeat(129))).toBe(false)
  })

  it('is kept as typed, white space and all', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 60, unit: 'grapheme' }), (password) => {
        fc.pre(Array.from(password).length <= 128)
        expect(newPassword().parse(password)).toBe(password)
      }),
    )
  })

  it.each([
    'password1234',
    'Password 1234!',
    'QWERTYuiop123',
    '123456789012',
    '098765432109',
    'abcdefghijklmn',
    'aaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '!!!!!!!!!!!!!!',
    'correct-horse-battery-staple',
  ])('is not the widely known %s', (password) => {
    expect(passwordProblem(password, ada)).toContain('attackers try first')
  })

  it.each([
    'Ada Łovelace',
    'adaŁovelace2024',
    'ada.lovelace@example.org',
    '1987ada.lovelace',
    'AdaLovelaceAdaLovelace',
  ])('is not the own name or address: %s', (password) => {
    expect(passwordProblem(password, { ...ada, name: 'Ada Łovelace' })).toContain('anyone could guess')
  })

  it.each([
    'three blue boats at noon',
    'Ada likes 7 green pears',
    '#$%!@^&*()_+=~',
    '密码很长很长很长很长很长',
    'correct horse battery',
  ])('may be %s', (password) => {
    expect(passwordProblem(password, ada)).toBeUndefined()
  })
})

describe('a stored password', () => {
  it('is told from every other, to the last character', async () => {
    const long = 'x'.repeat(127)
    const stored = await hashPassword(`${long}a`)
    expect(await isRightPassword(stored, `${long}a`)).toBe(true)
    expect(await isRightPassword(stored, `${long}b`)).toBe(false)
  })

  it('is the same password however the keyboard composed its letters', async () => {
    const stored = await hashPassword('caf\u00e9 at the corner')
    expect(await isRightPassword(stored, 'cafe\u0301 at the corner')).toBe(true)
  })

  it('is never right when there is none', async () => {
    expect(await isRightPassword(undefined, 'anything at all')).toBe(false)
  })
})
