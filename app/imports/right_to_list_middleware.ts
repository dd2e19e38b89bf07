import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { importQuery } from '#app/imports/runs/import_list_query'
import { importIdValidator } from '#app/imports/import_validators'
import { rightTo, type Doing } from '#app/imports/right_to_list'
import { staffOf } from '#app/staff/acting_staff'
import { expectRight } from '#app/staff/expect_ability'

/** Lets through to one import who may do with its list what the route is for. */
export default class RightToListMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { doing }: { doing: Doing }) {
    const { id } = await importIdValidator.validate({ id: ctx.params.id })
    const { entity } = await importQuery(id)
    expectRight(staffOf(ctx), rightTo(doing, entity))
    return next()
  }
}
