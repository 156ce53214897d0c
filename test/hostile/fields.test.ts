import { fieldsIn } from './read-page.ts'
import { corpus, invisible, nasty, unstorable } from './strings.ts'
import { describe, expect, it } from 'vitest'
import { forms, send, rooms, filled, tryOut } from './forms.ts'

describe('a form', () => {
  const editable = Object.entries(forms).filter(([, form]) => form.edit)

  it.each(editable)('takes nasty text as it is, or gives it back (%s)', async (name, form) => {
    const { browser } = await rooms()
    for (const text of nasty) await tryOut(browser, name, form, [text])
  })

  it.skipIf(corpus.length === 0).each(editable.filter(([, { lines, texts }]) => lines.length + texts.length > 1))(
    'takes all of the big list as it is, or gives it back (%s)',
    { timeout: 180_000 },
    async (name, form) => {
      const { browser } = await rooms()
      const size = form.lines.length + form.texts.length
      for (let at = 0; at < corpus.length; at += size) await tryOut(browser, name, form, corpus.slice(at, at + size))
    },
  )

  it.each(Object.entries(forms))('refuses what cannot be stored or seen, and keeps it (%s)', async (name, form) => {
    const { browser } = await rooms()
    for (const text of unstorable) {
      const answer = await send(browser, form, filled(form, text))
      expect([name, text, answer.status]).toEqual([name, text, 422])
      expect([...fieldsIn(answer.text).values()]).toContain(text)
    }
    for (const field of [...form.lines, ...form.texts]) {
      const endless = 'x'.repeat(400_000)
      const answer = await send(browser, form, { ...filled(form, 'fine'), [field]: endless })
      expect([field, answer.status, answer.text.includes(endless)]).toEqual([field, 422, true])
    }
    const required = name === 'evidence' ? [] : invisible
    for (const text of required) {
      const answer = await send(browser, form, filled(form, text))
      expect([name, text, answer.status]).toEqual([name, text, 422])
    }
  })

  it.each(Object.entries(forms).filter(([, { lines }]) => lines.length > 0))(
    'refuses a line break where there is one line (%s)',
    async (_name, form) => {
      const { browser } = await rooms()
      for (const line of form.lines) {
        const answer = await send(browser, form, { ...filled(form, 'fine'), [line]: 'one\r\ntwo' })
        expect([line, answer.status]).toEqual([line, 422])
      }
    },
  )

  it.each(Object.entries(forms))('takes a field twice no better than none (%s)', async (_name, form) => {
    const { browser } = await rooms()
    for (const name of [...form.lines, ...form.texts, ...Object.keys(form.needs)]) {
      const fields = { ...form.needs, ...filled(form, 'fine'), [name]: ['a', 'b'] }
      expect([name, (await browser.post(form.path, fields)).status]).toEqual([name, 422])
    }
  })

  it.each(Object.entries(forms))('refuses fields that it does not have (%s)', async (_name, form) => {
    const { browser } = await rooms()
    for (const extra of ['role', 'isAdmin', 'id', 'authorId', 'createdAt', '__proto__', 'constructor', 'prototype']) {
      if (form.lines.includes(extra)) continue
      const body = new URLSearchParams({ ...form.needs, ...filled(form, 'fine') })
      body.append(extra, 'x')
      const answer = await browser.post(form.path).send(body.toString())
      expect([extra, answer.status]).toEqual([extra, 422])
    }
  })
})
