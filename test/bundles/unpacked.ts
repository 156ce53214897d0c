import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { fromBufferPromise } from 'yauzl'

/** Supertest reads a ZIP only when told how. */
export function asBytes(res: unknown, done: (error: Error | null, bytes: Buffer) => void): void {
  // The answer of node:http, which supertest calls its own.
  void buffer(res as NodeJS.ReadableStream).then((bytes) => done(null, bytes))
}

/** The files of a ZIP in their order. */
export async function filesIn(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}

export type Unpacked = Awaited<ReturnType<typeof unpacked>>

/** A bundle in a folder of its own with nothing beside it, as somebody has it who was sent it. */
export async function unpacked(bytes: Buffer) {
  const files = await filesIn(bytes)
  const dir = mkdtempSync(join(tmpdir(), 'bundle-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const put = (path: string, content: Buffer | string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  for (const [path, content] of files) put(path, content)
  return { dir, files, put, paths: [...files.keys()] }
}

/** Checks it as the README says, with nothing of ours around. */
export function check(dir: string, ...words: string[]): { code: number; text: string } {
  try {
    const text = execFileSync(process.execPath, ['verify.mjs', ...words], {
      cwd: dir,
      env: {},
      stdio: 'pipe',
    }).toString()
    return { code: 0, text }
  } catch (error) {
    // What execFileSync throws for another exit code than 0.
    const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer }
    return { code: status, text: `${stdout.toString()}${stderr.toString()}` }
  }
}

/** Changes a file, and the manifest so that it fits: what somebody does who does not want it to be seen. */
export function forge({ dir, put }: Unpacked, path: string, content: string): void {
  put(path, content)
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))
  for (const file of manifest.files) {
    if (file.path !== path) continue
    file.size = Buffer.byteLength(content)
    file.sha256 = createHash('sha256').update(content).digest('hex')
  }
  put('manifest.json', JSON.stringify(manifest))
}
