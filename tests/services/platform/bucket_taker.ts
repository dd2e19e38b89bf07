import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { RedisBuckets } from '#app/platform/limits/redis_buckets'

/** A second process: takes tokens as fast as it can for a while, then tells how many it got. */
const [url, key, milliseconds, policy] = process.argv.slice(2)
const client = new Redis(url)
const buckets = new RedisBuckets(client)
const end = Date.now() + Number(milliseconds)

let granted = 0
while (Date.now() < end) {
  const taking = await buckets.take(key, JSON.parse(policy), 1)
  if (taking.granted) granted += 1
  await sleep(1)
}
process.send?.({ granted })
client.disconnect()
