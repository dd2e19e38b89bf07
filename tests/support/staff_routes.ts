import router from '@adonisjs/core/services/router'
import type { Ability } from '#app/staff/abilities'
import type { Purpose } from '#app/staff/staff_middleware'

/** A route that only staff may use: through what they log in, and what for. */
export type StaffRoute = {
  pattern: string
  method: string
  isApi: boolean
  /** None: the route is open to everybody. */
  purpose?: Purpose
  /** A second right that it takes. */
  also?: Ability
}

type Named = { name?: string; args?: unknown }

/** Every route of the back office and of its API, with the purpose that its middleware was given. */
export function staffRoutes(): StaffRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ pattern }) => /^\/((api\/)?admin|orion|prospector)(\/|$)/.test(pattern))
    .flatMap(({ pattern, methods, middleware }) => {
      const [guarded] = [...middleware.all()]
        .map((one) => one as Named)
        .filter(({ name }) => name === 'staff')
      const { purpose, also } = (guarded?.args ?? {}) as Pick<StaffRoute, 'purpose' | 'also'>
      const isApi = !pattern.startsWith('/admin')
      return methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({ pattern, method, isApi, purpose, also }))
    })
}

/** Words that addresses have to have: with others there is no such route. */
export const NEEDED: Record<string, string> = {
  ...{ move: 'cancellation', kind: 'makes', provider: 'konnect', method: 'transfer' },
}

/** An address of that route at which there is nothing. */
export const nowhere = (pattern: string): string =>
  pattern.replace(/:(\w+)|\*/g, (_, name: string) => {
    if (name in NEEDED) return NEEDED[name]
    if (/^sid$|uuid/i.test(name)) return '00000000-0000-4000-8000-000000000000'
    return /id$/i.test(name ?? '') ? '2147483000' : 'nulle-part'
  })
