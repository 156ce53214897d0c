import request from 'supertest'
import { aSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

type Sent = { name: string; content: string | Buffer; type?: string }

/** A newsroom with one source and Cleo's browser: `upload` sends the form that keeps a copy of a file, `paste` that of a text. */
export async function copyRoom(more: Parameters<typeof aSource>[2] = {}, env: Record<string, string> = {}) {
  const news = await newsroom(env)
  const source = await aSource(news.db, 'Harbour log', more)
  const cleo = await news.as(news.cleo)
  const path = `/sources/${source}/snapshots`
  return {
    ...news,
    source,
    path,
    browser: cleo,
    upload: ({ name, content, type = 'application/octet-stream' }: Sent) =>
      request(news.app)
        .post(path)
        .set('Cookie', cleo.cookie)
        .field('way', 'upload')
        .attach('file', Buffer.from(content), { filename: name, contentType: type }),
    paste: (text: string, address = '') => cleo.post(path, { way: 'paste', text, address }),
  }
}
