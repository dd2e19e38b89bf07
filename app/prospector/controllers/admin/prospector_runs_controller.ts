import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { addSite } from '#app/prospector/runs/add_site'
import { costSince } from '#app/prospector/runs/cost'
import { runIdValidator, siteFormValidator } from '#app/prospector/runs/run_validators'
import { runQuery, runsQuery, stepsQuery, wantedOffersQuery } from '#app/prospector/runs/runs_query'
import { startOfMonth } from '#app/prospector/runs/start_of_month'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What Prospector asked its sources, and what came of it. */
export default class ProspectorRunsController {
  async index({ request, view }: HttpContext) {
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const [{ page, nextCursor }, cost, offers] = await Promise.all([
      runsQuery(LIMIT, cursor),
      costSince(startOfMonth()),
      wantedOffersQuery(),
    ])
    return view.render('admin/prospector/runs', {
      ...{ runs: page, nextCursor, cursor, cost, offers },
    })
  }

  async show({ params, request, view }: HttpContext) {
    const { id } = await runIdValidator.validate(params)
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const [run, { page, nextCursor }] = await Promise.all([
      runQuery(id),
      stepsQuery(id, LIMIT, cursor),
    ])
    return view.render('admin/prospector/run', {
      ...{ run, steps: page, nextCursor, cursor },
    })
  }

  async store(ctx: HttpContext) {
    const { address } = await ctx.request.validateUsing(siteFormValidator)
    await addSite(address, actingStaff(ctx))
    ctx.session.flash('done', 'prospector.site_added')
    return ctx.response.seeOther('/admin/prospector/runs')
  }
}
