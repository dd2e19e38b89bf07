import { errors, symbols } from '@adonisjs/auth'
import type { AuthClientResponse, GuardContract } from '@adonisjs/auth/types'
import type { HttpContext } from '@adonisjs/core/http'
import { verifyAccessToken } from '#app/platform/auth/access_token'

/** Where a guard finds the person behind a login. */
export type LoginProvider<User> = {
  /** The user of a login that is not revoked; undefined when either has ended. */
  findByLogin(subject: string, sid: string): Promise<User | undefined>
  /** An access token for tests that act as `user`. */
  issueToken(user: User): Promise<string>
}

/** Authenticates API clients by `Authorization: Bearer <access token>`. */
class JwtGuard<User> implements GuardContract<User> {
  declare [symbols.GUARD_KNOWN_EVENTS]: unknown
  readonly driverName = 'jwt'
  authenticationAttempted = false
  isAuthenticated = false
  user?: User
  /** The login behind the token. */
  sid?: string

  constructor(
    readonly audience: string,
    readonly provider: LoginProvider<User>,
    readonly ctx: HttpContext
  ) {}

  async authenticate(): Promise<User> {
    if (!this.authenticationAttempted) {
      this.authenticationAttempted = true
      this.user = await this.#find()
      this.isAuthenticated = this.user !== undefined
    }
    return this.getUserOrFail()
  }

  async check(): Promise<boolean> {
    try {
      await this.authenticate()
      return true
    } catch (error) {
      if (error instanceof errors.E_UNAUTHORIZED_ACCESS) return false
      throw error
    }
  }

  getUserOrFail(): User {
    if (this.user !== undefined) return this.user
    throw new errors.E_UNAUTHORIZED_ACCESS('Log in first', { guardDriverName: this.driverName })
  }

  async authenticateAsClient(user: User): Promise<AuthClientResponse> {
    return { headers: { authorization: `Bearer ${await this.provider.issueToken(user)}` } }
  }

  async #find() {
    const [, token] = /^Bearer (\S+)$/i.exec(this.ctx.request.header('authorization') ?? '') ?? []
    const claims = token ? await verifyAccessToken(token, this.audience) : undefined
    this.sid = claims?.sid
    return claims && this.provider.findByLogin(claims.subject, claims.sid)
  }
}

/** For `config/auth.ts`: a guard whose provider is loaded when it is first needed. */
export function jwtGuard<User>(config: {
  audience: string
  provider: () => Promise<LoginProvider<User>>
}) {
  return {
    async resolver(): Promise<(ctx: HttpContext) => JwtGuard<User>> {
      const provider = await config.provider()
      return (ctx: HttpContext) => new JwtGuard(config.audience, provider, ctx)
    },
  }
}
