import RedisProvider from '@adonisjs/redis/redis_provider'

/**
 * Ends the connections without asking Redis: the package's own farewell fails while Redis does not
 * answer, and a shop that is stopping must stop.
 */
export default class DecisiveRedisProvider extends RedisProvider {
  async shutdown() {
    const redis = await this.app.container.make('redis')
    await redis.disconnectAll()
  }
}
