import { Router } from 'express'
import type { World } from '../world.ts'

export function evidenceRoutes(_world: World): Router {
  return Router()
}
