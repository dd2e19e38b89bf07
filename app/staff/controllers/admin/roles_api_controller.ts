import type { HttpContext } from '@adonisjs/core/http'
import { ifMatch } from '#app/platform/http/if_match'
import { tellVersion } from '#app/platform/http/tell_version'
import { wholeList } from '#app/platform/lists/whole_list'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { roleQuery, rolesQuery } from '#app/staff/roles/role_query'
import {
  roleKeyValidator,
  rolePatchValidator,
  roleValidator,
} from '#app/staff/roles/role_validators'
import { roleItem } from '#app/staff/members/staff_transformer'
import { createRole, deleteRole, updateRole } from '#app/staff/roles/write_role'

/** Roles, as programs read and write them. */
export default class RolesApiController {
  async index() {
    const roles = await rolesQuery()
    return wholeList(roles.map(roleItem))
  }

  async show(ctx: HttpContext) {
    const { key } = await roleKeyValidator.validate(ctx.params)
    return answer(ctx, key)
  }

  async store(ctx: HttpContext) {
    const input = await roleValidator.validate(ctx.request.body())
    const { key } = await createRole(input, staffOf(ctx), actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/roles/${key}`)
    return answer(ctx, key)
  }

  async update(ctx: HttpContext) {
    const { key } = await roleKeyValidator.validate(ctx.params)
    const patch = await rolePatchValidator.validate(ctx.request.body())
    await updateRole(key, patch, staffOf(ctx), actingStaff(ctx), ifMatch(ctx))
    return answer(ctx, key)
  }

  async destroy(ctx: HttpContext) {
    const { key } = await roleKeyValidator.validate(ctx.params)
    await deleteRole(key, actingStaff(ctx), ifMatch(ctx))
    return ctx.response.noContent()
  }
}

async function answer(ctx: HttpContext, key: string) {
  const found = await roleQuery(key)
  tellVersion(ctx.response, found.role)
  return { data: roleItem(found) }
}
