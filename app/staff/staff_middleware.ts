import { errors } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Problem } from '#app/platform/http/problem'
import { isCurrent, navigationFor, tabsFor } from '#app/platform/shell/navigation'
import type { Ability } from '#app/staff/abilities'
import type StaffMember from '#app/staff/members/staff_member'
import { expectRight } from '#app/staff/expect_ability'
import { rememberAskedPage } from '#app/staff/login/asked_page'
import { keepForm, takeKeptForm } from '#app/staff/login/kept_form'
import { expectOpenWebLogin } from '#app/staff/login/web_login'

/** Where somebody sets up the second factor that the role asks for. */
const ENROLMENT = '/admin/account/second-factor'

/**
 * What a route is for: a right of the role, one's own account, or setting up the second factor
 * without which a role that asks for one opens nothing else.
 */
export type Purpose = Ability | 'own account' | 'enrolment'

type Rule = { guard: 'staffApi' | 'staffWeb'; purpose: Purpose; also?: Ability }

/** Lets in staff who may do what the route is for, and nobody else. */
export default class StaffMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { guard, purpose, also }: Rule) {
    const member = await (guard === 'staffWeb' ? webMember(ctx) : apiMember(ctx))
    if (member.lacksSecondFactor && purpose !== 'enrolment') {
      if (guard === 'staffApi') throw secondFactorMissing()
      return ctx.response.seeOther(ENROLMENT)
    }
    if (isAbility(purpose)) expectRight(member, purpose)
    if (also) expectRight(member, also)
    if (guard === 'staffWeb') showShell(ctx, member)
    return next()
  }
}

async function apiMember({ auth }: HttpContext): Promise<StaffMember> {
  await auth.authenticateUsing(['staffApi'])
  return auth.use('staffApi').getUserOrFail()
}

/** Who has no login is sent to the login page, and comes back to the page of `ctx`, or of its form, from there. */
async function webMember(ctx: HttpContext): Promise<StaffMember> {
  try {
    await ctx.auth.authenticateUsing(['staffWeb'], { loginRoute: '/admin/login' })
    const member = ctx.auth.use('staffWeb').getUserOrFail()
    await expectOpenWebLogin(ctx, member)
    return member
  } catch (error) {
    if (error instanceof errors.E_UNAUTHORIZED_ACCESS && !keepForm(ctx)) rememberAskedPage(ctx)
    throw error
  }
}

const isAbility = (purpose: Purpose): purpose is Ability => purpose.includes(':')

/** What every page of the back office shows: who is here, and where that person may go. */
function showShell(ctx: HttpContext, member: StaffMember) {
  const { request, view } = ctx
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
    recordTabs: (entity: string, id: string | number) => tabsFor(entity, id, may),
    keptForm: takeKeptForm(ctx, member),
  })
}

const secondFactorMissing = () =>
  new Problem({
    status: 403,
    code: 'second_factor_missing',
    title: 'Set up a second factor first',
    detail: `This role asks for a second factor. Log in with a browser and set one up at ${ENROLMENT}.`,
  })
