import { Router } from 'express'
import type { World } from '../world.ts'

export function claimRoutes(_world: World): Router {
  return Router()
}
