import { defineConfig, drivers, store } from '@adonisjs/cache'
import env from '#start/env'

/** Ready strings of 10 to 25 kB, kept as objects so that their compressed forms stay with them: about 48 MB. */
const memory = drivers.memory({ maxItems: 2_000, serialize: false })

const cacheConfig = defineConfig({
  default: 'answers',
  stores: {
    answers: env.get('REDIS_URL')
      ? store({ l2CircuitBreakerDuration: '5s' })
          .useL1Layer(memory)
          .useL2Layer(drivers.redis({ connectionName: 'main' }))
      : store().useL1Layer(memory),
  },
})

export default cacheConfig

declare module '@adonisjs/cache/types' {
  interface CacheStores extends InferStores<typeof cacheConfig> {}
}
