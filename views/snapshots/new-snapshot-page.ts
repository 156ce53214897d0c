import type { Source } from '../../server/sources/source.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { Area, Field, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fieldId, fresh, valueOf } from '../parts/typed.ts'

type Page = { shell: Shell; source: Source; typed: Typed | undefined }

/** The three ways to keep a copy of a source; `typed` is the form that was sent, if one was. */
export const NewSnapshotPage = ({ shell, source, typed }: Page) =>
  Layout({
    shell,
    title: `Keep a copy of ${source.title}`,
    main: html`
      ${Crumb(...wayToSource(source))}
      <h1>Keep a copy of <span dir="auto">${source.title}</span></h1>
      <p>A copy never changes. It is kept with its SHA-256, who took it, when and from where, and its text can be read and searched here.</p>
      <div class="copy-ways">${Fetch(source, formOf('fetch', typed, { address: source.url }))} ${Upload(source, formOf('upload', typed))} ${Paste(source, formOf('paste', typed))}</div>`,
  })

const formOf = (way: string, typed: Typed | undefined, values: Record<string, string | null> = {}): Typed => ({
  ...(typed && valueOf(typed, 'way') === way ? typed : fresh(values)),
  scope: way,
})

type Way = { source: Source; way: string; title: string; typed: Typed; send: string; fields: Html; multipart?: boolean }

const Form = ({ source, way, title, typed, send, fields, multipart = false }: Way) => html`
  <section aria-labelledby="${way}-title">
    <h2 id="${way}-title">${title}</h2>
    <form class="form" method="post" action="/sources/${source.id}/snapshots" ${multipart && html`enctype="multipart/form-data"`} novalidate>
      ${FormMessage({ typed })} ${Hidden('way', way)} ${fields}
      <p class="actions"><button class="main">${send}</button></p>
    </form>
  </section>`

const Fetch = (source: Source, typed: Typed) =>
  Form({
    source,
    way: 'fetch',
    title: 'Fetch it from its address',
    typed,
    send: 'Fetch and keep',
    fields: html`
      ${Field({ name: 'address', label: 'Address', type: 'url', required: true, max: 2_000, typed, hint: html`Stet asks the site for it now, so the site’s owner sees this newsroom’s network address. If they should not know that you look, upload or paste instead.` })}`,
  })

const Upload = (source: Source, typed: Typed) => {
  const id = fieldId(typed, 'file')
  const problem = typed.problems.file
  return Form({
    source,
    way: 'upload',
    title: 'Upload a file',
    typed,
    send: 'Upload and keep',
    multipart: true,
    fields: html`<div class="field ${problem && 'wrong'}">
      <label for="${id}">File</label>
      <input id="${id}" type="file" name="file" required accept=".html,.htm,.pdf,.docx,.txt,.png,.jpg,.jpeg,.webp" aria-describedby="${id}-hint${problem && ` ${id}-problem`}" ${problem && html`aria-invalid="true"`} />
      <p class="hint" id="${id}-hint">A saved web page, PDF, Word document (.docx), text, or a PNG, JPEG or WebP picture, up to 25 MB.</p>
      ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
    </div>`,
  })
}

const Paste = (source: Source, typed: Typed) =>
  Form({
    source,
    way: 'paste',
    title: 'Paste its text',
    typed,
    send: 'Keep this text',
    fields: html`
      ${Area({ name: 'text', label: 'Text', rows: 8, required: true, typed, hint: 'It is kept exactly as it is here. That it is what the source says rests on you: if you can, upload the file too.' })}
      ${Field({ name: 'address', label: 'Address it was copied from', type: 'url', max: 2_000, typed })}`,
  })
