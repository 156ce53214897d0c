import { Router } from 'express'
import type { World } from '../world.ts'

export function sourceRoutes(_world: World): Router {
  return Router()
}
