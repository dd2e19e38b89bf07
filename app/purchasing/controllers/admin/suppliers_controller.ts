import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { backToSupplier } from '#app/purchasing/back_to_supplier'
import { recentDeliveries, supplierLeadTime } from '#app/purchasing/lead_times_query'
import { purchaseOrdersQuery } from '#app/purchasing/purchase_orders_query'
import { supplierOffersQuery } from '#app/purchasing/supplier_offers_query'
import {
  supplierFormValidator,
  supplierIdValidator,
  supplierListValidator,
} from '#app/purchasing/supplier_validators'
import { supplierQuery, suppliersQuery } from '#app/purchasing/suppliers_query'
import { createSupplier, updateSupplier } from '#app/purchasing/write_supplier'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50
const RECENT = 8

/** Suppliers in the browser: who they are, what they offer, how long they take. */
export default class SuppliersController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(supplierListValidator, request.qs())
    const { page, nextCursor } = await suppliersQuery(LIMIT, { ...asked, cursor })
    return view.render('admin/suppliers/index', { suppliers: page, asked, nextCursor, cursor })
  }

  create({ view }: HttpContext) {
    return view.render('admin/suppliers/edit', { supplier: null })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(supplierFormValidator)
    const { id } = await createSupplier(input, actingStaff(ctx))
    return backToSupplier(ctx, id, 'suppliers.created')
  }

  async show({ params, request, view }: HttpContext) {
    const { id } = await supplierIdValidator.validate(params)
    const { cursor } = await filtersOf(supplierListValidator, request.qs())
    const [supplier, offers, leadTime, deliveries, orders] = await Promise.all([
      supplierQuery(id),
      supplierOffersQuery(id, LIMIT, cursor),
      supplierLeadTime(id),
      recentDeliveries(id, RECENT),
      purchaseOrdersQuery({ supplierId: id }, RECENT),
    ])
    return view.render('admin/suppliers/show', {
      ...{ supplier, leadTime, deliveries, orders: orders.page, cursor },
      ...{ offers: offers.page, nextCursor: offers.nextCursor },
    })
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await supplierIdValidator.validate(params)
    return view.render('admin/suppliers/edit', { supplier: await supplierQuery(id) })
  }

  async update(ctx: HttpContext) {
    const { id } = await supplierIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(supplierFormValidator)
    await updateSupplier(id, input, actingStaff(ctx))
    return backToSupplier(ctx, id, 'suppliers.saved')
  }
}
