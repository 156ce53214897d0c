import { Router } from 'express'
import type { World } from '../world.ts'

export function deskRoutes(_world: World): Router {
  return Router()
}
