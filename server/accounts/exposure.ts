import type { Request } from 'express'

/** Whether a password typed now would cross a network unencrypted. */
export function isExposed(req: Request): boolean {
  return !req.overTls && !/^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(req.get('Host') ?? '')
}
