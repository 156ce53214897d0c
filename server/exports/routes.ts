import { Router } from 'express'
import type { World } from '../world.ts'

export function exportRoutes(_world: World): Router {
  return Router()
}
