import type { Caller } from '#app/platform/limits/caller'
import { COSTS, type Policies, type RouteClass } from '#app/platform/limits/policies'
import { decisionOf, type BucketStore, type Decision } from '#app/platform/limits/token_bucket'

/** Classes that guard secrets: counted for all processes together. */
const SHARED = new Set<RouteClass>(['auth'])

/** Which bucket a request draws from, at what price. */
export class RateLimits {
  constructor(
    private readonly policies: Policies,
    private readonly stores: { general: BucketStore; shared: BucketStore }
  ) {}

  /**
   * Takes the tokens one request costs: from the bucket of its class when that has a policy, else
   * from the caller's. Undefined when no policy applies (`RATE_LIMITS=off`).
   */
  async take(routeClass: RouteClass, caller: Caller): Promise<Decision | undefined> {
    const own = this.policies[routeClass]
    const policy = own ?? this.policies[caller.role]
    if (!policy) return undefined

    const cost = Math.min(own ? 1 : COSTS[routeClass], policy.burst)
    const store = SHARED.has(routeClass) ? this.stores.shared : this.stores.general
    const key = `${policy.name}:${caller.role}:${caller.id}`
    return decisionOf(await store.take(key, policy, cost), policy, cost)
  }
}
