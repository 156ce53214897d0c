import request from 'supertest'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

export const pasted = 'The harbour froze on Tuesday.\r\n\r\n  “We waited,” she said. Nobody sailed. 😀'
export const form = { title: 'Port Ellery froze', text: pasted, kind: 'article' }

/** A newsroom with Cleo's browser; `send` sends the form that takes an article in, with a file. */
export async function takeInRoom() {
  const rooms = await newsroom()
  const cleo = await rooms.as(rooms.cleo)
  return {
    ...rooms,
    browser: cleo,
    send: (file: SentFile, fields: Fields = {}) => sendFile(rooms, cleo.cookie, file, fields),
  }
}

type Fields = Record<string, string>
export type SentFile = { name: string; content: string | Buffer; type?: string }

function sendFile({ app }: Newsroom, cookie: string, { name, content, type }: SentFile, fields: Fields) {
  const post = request(app).post('/articles').set('Cookie', cookie)
  for (const [field, value] of Object.entries({ title: '', text: '', kind: 'article', ...fields }))
    void post.field(field, value)
  return post.attach('file', Buffer.from(content), { filename: name, contentType: type ?? 'text/plain' })
}
