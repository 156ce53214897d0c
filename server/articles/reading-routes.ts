import { Router } from 'express'
import type { World } from '../world.ts'

export function readingRoutes(_world: World): Router {
  return Router()
}
