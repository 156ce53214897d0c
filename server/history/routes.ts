import { Router } from 'express'
import type { World } from '../world.ts'

export function historyRoutes(_world: World): Router {
  return Router()
}
