import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Problem } from '#app/platform/http/problem'
import type { Ability } from '#app/staff/abilities'
import { expectOpenWebLogin } from '#app/staff/web_login'

type Rule = { guard: 'staffApi' | 'staffWeb'; ability: Ability }

/** Lets in staff who may do what the route is for, and nobody else. */
export default class StaffMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { guard, ability }: Rule) {
    const member = await ctx.auth.authenticateUsing([guard], { loginRoute: '/admin/login' })
    if (guard === 'staffWeb') await expectOpenWebLogin(ctx, member)
    if (!member.may(ability)) {
      throw new Problem({
        status: 403,
        code: 'forbidden',
        title: 'Not allowed',
        detail: `The role ${member.role} lacks the right ${ability}. Ask an owner for it.`,
      })
    }
    return next()
  }
}
