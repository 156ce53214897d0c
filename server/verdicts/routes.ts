import { Router } from 'express'
import type { World } from '../world.ts'

export function verdictRoutes(_world: World): Router {
  return Router()
}
