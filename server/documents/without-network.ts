import { isBuiltin, registerHooks } from 'node:module'

/** What readers of documents need of Node, and no more. */
const open = new Set(
  'assert buffer events fs module os path perf_hooks process stream string_decoder timers url util zlib'.split(' '),
)
const globals = ['fetch', 'WebSocket', 'EventSource', 'BroadcastChannel'] as const

/** From now on nothing that this thread loads gets at the network, other programs or other threads: what tries, fails. */
export function withoutNetwork(): void {
  for (const name of globals) Reflect.deleteProperty(globalThis, name)
  process.getBuiltinModule = refuse
  registerHooks({
    resolve: (specifier, context, next) => {
      const [name = ''] = specifier.replace(/^node:/, '').split('/', 1)
      return isBuiltin(specifier) && !open.has(name) ? refuse() : next(specifier, context)
    },
  })
}

function refuse(): never {
  throw new Error('A document is read without network')
}
