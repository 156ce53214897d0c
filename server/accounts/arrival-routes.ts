import type { Request, Response } from 'express'
import { write } from '../../db/write.ts'
import { secret } from '../chance.ts'
import { deviceCookie, setDeviceCookie, setSessionCookie } from '../http/session.ts'
import type { World } from '../world.ts'
import { deviceWords } from './device-words.ts'
import { networkOf, plainAddress } from './network.ts'
import type { Person } from './permissions.ts'
import { type Device, endSignIns, openSignIn } from './sign-in.ts'

/** Where a request comes from, as tries are counted by. */
export const placeOf = (req: Request) => ({ network: networkOf(req.ip ?? ''), deviceSecret: deviceCookie(req) })

/** The browser of a request as its sign-in will be listed, with the secret it keeps. */
export const deviceOf = (world: World, req: Request): Device & { secret: string } => ({
  device: deviceWords(req.get('User-Agent')),
  address: plainAddress(req.ip ?? ''),
  secret: deviceCookie(req) ?? secret(world.db.random),
})

/** Signs the person in on this browser. */
export async function arrive(world: World, req: Request, res: Response, person: Person): Promise<void> {
  const device = deviceOf(world, req)
  const token = await write(world.db, (tx) => openSignIn(tx, world.db, person, device))
  welcome(req, res, { person, token, secret: device.secret })
}

/** Gives the browser what it is known by from now on. */
export function welcome(req: Request, res: Response, has: { person: Person; token: string; secret: string }): void {
  setSessionCookie(req, res, has.token)
  setDeviceCookie(req, res, has.secret)
  req.person = has.person
}

/** Ends the sign-in of this browser, if there is one. */
export async function leave(world: World, req: Request): Promise<void> {
  const { person, signInId } = req
  if (!person || signInId === undefined) return
  await write(world.db, (tx) => endSignIns(tx, person, { personId: person.id, only: signInId }))
}
