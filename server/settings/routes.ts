import { Router } from 'express'
import type { World } from '../world.ts'

export function settingRoutes(_world: World): Router {
  return Router()
}
