import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Problem } from '#app/platform/http/problem'
import { isCurrent, navigationFor, tabsFor } from '#app/platform/shell/navigation'
import type { Ability } from '#app/staff/abilities'
import type StaffMember from '#app/staff/staff_member'
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
    if (guard === 'staffWeb') showShell(ctx, member)
    return next()
  }
}

/** What every page of the back office shows: who is here, and where that person may go. */
function showShell({ request, view }: HttpContext, member: StaffMember) {
  const path = request.url()
  const may = (ability: string) => member.may(ability as Ability)
  const navigation = navigationFor(may).map(({ group, entries }) => ({
    group,
    entries: entries.map((entry) => ({ ...entry, isCurrent: isCurrent(entry, path) })),
  }))
  view.share({
    member,
    may,
    navigation,
    recordTabs: (entity: string, id: number) => tabsFor(entity, id, may),
  })
}
