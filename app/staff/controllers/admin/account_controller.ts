import type { HttpContext } from '@adonisjs/core/http'
import { rememberLocale } from '#app/platform/http/locale_middleware'
import { accountValidator } from '#app/staff/members/account_validators'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import { recoveryCodesLeft } from '#app/staff/second_factor/recovery_codes'
import { takeNewCodes } from '#app/staff/login/session_secrets'
import { updateOwnAccount } from '#app/staff/members/update_own_account'
import { webLoginOf } from '#app/staff/login/web_login'

/** What somebody sees and changes of the own account. */
export default class AccountController {
  async show(ctx: HttpContext) {
    const { id } = staffOf(ctx)
    const [logins, codesLeft] = await Promise.all([loginsOfStaff.list(id), recoveryCodesLeft(id)])
    const present = webLoginOf(ctx)
    const newCodes = takeNewCodes(ctx)
    return ctx.view.render('admin/account/show', { logins, present, codesLeft, newCodes })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(accountValidator)
    await updateOwnAccount(staffOf(ctx), input, actingStaff(ctx))
    rememberLocale(ctx, input.locale)
    ctx.session.flash('done', 'access.account.saved')
    return ctx.response.seeOther('/admin/account')
  }
}
