import type { HttpContext } from '@adonisjs/core/http'
import { abilitiesByResource } from '#app/staff/abilities'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { backWithProblem } from '#app/staff/back_with_problem'
import { roleQuery, rolesQuery } from '#app/staff/roles/role_query'
import {
  newRoleFormValidator,
  roleFormValidator,
  roleKeyValidator,
} from '#app/staff/roles/role_validators'
import { createRole, deleteRole, updateRole } from '#app/staff/roles/write_role'

/** Roles, as pages show and change them. */
export default class RolesController {
  async index(ctx: HttpContext) {
    const roles = await rolesQuery()
    return ctx.view.render('admin/roles/index', { roles, i18n: ctx.i18n })
  }

  create({ view }: HttpContext) {
    return view.render('admin/roles/create', { resources: abilitiesByResource() })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(newRoleFormValidator)
    try {
      const whole = { abilities: [], ...input }
      const { key } = await createRole(whole, staffOf(ctx), actingStaff(ctx))
      ctx.session.flash('done', 'access.role.created')
      return ctx.response.seeOther(`/admin/roles/${key}`)
    } catch (error) {
      ctx.session.flashOnly(['name'])
      return backWithProblem(ctx, error, '/admin/roles/new')
    }
  }

  async edit(ctx: HttpContext) {
    const { key } = await roleKeyValidator.validate(ctx.params)
    const shown = { ...(await roleQuery(key)), resources: abilitiesByResource(), i18n: ctx.i18n }
    return ctx.view.render('admin/roles/edit', shown)
  }

  async update(ctx: HttpContext) {
    const { key } = await roleKeyValidator.validate(ctx.params)
    const { version, ...patch } = await ctx.request.validateUsing(roleFormValidator)
    try {
      const whole = { abilities: [], requiresSecondFactor: false, ...patch }
      await updateRole(key, whole, staffOf(ctx), actingStaff(ctx), version)
      ctx.session.flash('done', 'access.role.saved')
    } catch (error) {
      return backWithProblem(ctx, error, `/admin/roles/${key}`)
    }
    return ctx.response.seeOther(`/admin/roles/${key}`)
  }

  async destroy(ctx: HttpContext) {
    const { key } = await roleKeyValidator.validate(ctx.params)
    try {
      await deleteRole(key, actingStaff(ctx))
      ctx.session.flash('done', 'access.role.deleted')
    } catch (error) {
      return backWithProblem(ctx, error, `/admin/roles/${key}`)
    }
    return ctx.response.seeOther('/admin/roles')
  }
}
