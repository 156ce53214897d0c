import type { Newsroom } from '../support/newsroom.ts'

type Layer = {
  name: string
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
}

type Route = { method: string; path: string; open: boolean }

/** Every address that is answered, as the application itself has it, in order; `open` is what stands before the door for signed-in people. */
export function routesOf({ app }: Pick<Newsroom, 'app'>): Route[] {
  const routes: Route[] = []
  let open = true
  const walk = (stack: Layer[]): void => {
    for (const { name, route, handle } of stack) {
      if (name === 'onlySignedIn') open = false
      const methods = Object.keys(route?.methods ?? {})
      for (const path of [route?.path ?? []].flat()) routes.push(...methods.map((method) => ({ method, path, open })))
      if (!route) walk(handle.stack ?? [])
    }
  }
  // The layers of a router are not in its types.
  walk((app as unknown as { router: { stack: Layer[] } }).router.stack)
  if (open) throw new Error('No door for signed-in people was found.')
  return routes
}
