import type { NextFunction, Request, Response } from 'express'
import multer from 'multer'
import { SignInPage } from '../../views/accounts/sign-in.ts'
import { fresh } from '../../views/parts/typed.ts'
import { BadRequest } from '../errors.ts'
import { typedValues } from '../http/form.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { isExposed, sessionCookie } from '../http/session.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { ownPath } from './own-path.ts'
import { packResume } from './resume.ts'
import { readFormerPerson } from './sign-in.ts'

/** Lets signed-in people through; asks everyone else to sign in, keeping what they typed and where they wanted to go. */
export function signedInOnly(world: World) {
  // Named, so that a test can tell what stands before this door from what stands behind it.
  return async function onlySignedIn(req: Request, res: Response, next: NextFunction): Promise<void> {
    if (req.person) return next()
    if (req.method === 'POST') return askKeepingTheForm(world, req, res)
    if (!isPartial(req)) return see(res, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`)
    // A piece of a page must not become the sign-in page: the whole window goes there, and comes back to where it was.
    res.setHeader('HX-Redirect', `/sign-in?next=${encodeURIComponent(currentPath(req))}`)
    res.status(401).end()
  }
}

function currentPath(req: Request): string {
  const url = URL.parse(req.get('HX-Current-URL') ?? '')
  return ownPath(url ? url.pathname + url.search : undefined)
}

async function askKeepingTheForm(world: World, req: Request, res: Response): Promise<void> {
  const hasFiles = req.is('multipart/form-data') !== false && req.is('multipart/form-data') !== null
  if (hasFiles) await readTextOfFiles(req, res)
  const token = sessionCookie(req)
  const person = (token && (await readFormerPerson(world.db.reader, token))) || null
  const resume = packResume({ action: req.originalUrl, fields: typedValues(req), person })
  if (req.get('HX-Request')) {
    res.setHeader('HX-Retarget', 'body')
    res.setHeader('HX-Reswap', 'innerHTML')
  }
  const typed = fresh({ next: '/', resume })
  send(res, SignInPage({ shell: shell(req, res), typed, hasFiles, isExposed: isExposed(req) }), 401)
}

const mostBytes = 30_000_000
const illFormed = new BadRequest(400, 'This form is not well-formed, so nothing was saved.')
const readText = multer({
  limits: { fields: 500, fieldSize: 2_000_000, parts: 600, fieldNestingDepth: 0 },
  fileFilter: (_req, _file, done) => done(null, false),
}).any()

// Takes the typed fields of an upload and lets its files pass by.
async function readTextOfFiles(req: Request, res: Response): Promise<void> {
  const length = Number(req.get('Content-Length') ?? Infinity)
  if (length > mostBytes) return
  await new Promise<void>((resolve, reject) => {
    void readText(req, res, (error: unknown) => (error ? reject(illFormed) : resolve()))
  })
}
