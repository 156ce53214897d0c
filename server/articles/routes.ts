import { Router } from 'express'
import type { World } from '../world.ts'

export function articleRoutes(_world: World): Router {
  return Router()
}
