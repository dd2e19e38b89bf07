/** Values of things that exist: without them nothing would get past the first check. */
export type Existing = Record<
  | (
      | 'id'
      | 'spareId'
      | 'emptyCategoryId'
      | 'spareBrandId'
      | 'otherId'
      | 'sku'
      | 'slug'
      | 'brand'
      | 'category'
    )
  | ('make' | 'model' | 'vehicle' | 'vehicleTypeId' | 'ruleId' | 'from' | 'vin' | 'code')
  | ('attributeId' | 'spareAttributeId' | 'numberId' | 'imageId' | 'spareImageId')
  | ('editId' | 'doneEditId' | 'viewId' | 'mailId' | 'task' | 'page' | 'value' | 'producedFrom')
  | ('makeId' | 'modelId' | 'aliasId' | 'partId')
  | ('staffId' | 'role' | 'key' | 'spareKey')
  | ('cursor' | 'email' | 'password' | 'refreshToken')
  | (
      | 'cartToken'
      | 'spareCartToken'
      | 'cartSku'
      | 'checkoutId'
      | 'readyCheckoutId'
      | 'optionId'
      | 'number'
      | 'numberToConfirm'
      | 'numberToCancel'
      | 'numberToEdit'
      | 'token'
    )
  | ('orderNumber' | 'method' | 'provider' | 'paymentId' | 'paidId' | 'transferId')
  | ('owingId' | 'oddId' | 'refundId' | 'payment_ref')
  | ('quantity' | 'location' | 'to' | 'productId')
  | ('customerToken' | 'customerEmail' | 'customerPassword' | 'customerRefreshToken')
  | ('promotionId' | 'couponCode' | 'groupCode')
  | ('priceListId' | 'sparePriceListId' | 'priceRuleId' | 'ruleSku' | 'groupId' | 'spareGroupId')
  | 'kitId'
  | ('customerId' | 'spareCustomerId')
  | ('sessionId' | 'addressId' | 'spareAddressId' | 'customerResetToken')
  | ('invoiceNumber' | 'creditableNumber' | 'goneNumber' | 'invoicedNumber' | 'invoicedToken')
  | ('outId' | 'goneId' | 'refusedId' | 'remittanceId' | 'lineId' | 'fetchedNumber')
  | ('leadId' | 'runId')
  | ('supplierId' | 'draftNumber' | 'sentNumber' | 'awaitedNumber')
  | ('quoteNumber' | 'quoteToken' | 'quoteToAccept' | 'quoteToRefuse' | 'quoteForBuyer')
  | ('quoteForBuyerToken' | 'phone' | 'phoneLast4' | 'governorate' | 'delegation')
  | 'insightId'
  | ('importId' | 'uploadedId' | 'deadJobId' | 'spareJobId' | 'waitingJobId'),
  string
>

/** The same, with what this operation in particular has to be asked for: one that stands for its change, or may be deleted. */
export function existingFor(path: string, method: string, existing: Existing): Existing {
  const [, named] = /\/(brand|categor|makes|models)/.exec(path) ?? []
  const { brand, category, make, model } = existing
  const slugs = { brand, categor: category, makes: make, models: model }
  return {
    ...existing,
    ...(path.includes('/vehicles/types') && { id: existing.vehicle }),
    ...(method === 'delete' && { id: existing.spareId, key: existing.spareKey }),
    ...(method === 'delete' && path.includes('/categories/') && { id: existing.emptyCategoryId }),
    ...(method === 'delete' && path.includes('/brands/') && { id: existing.spareBrandId }),
    ...(path.includes('/fitments') && { id: existing.id }),
    ...(path.endsWith('/kit') && { id: existing.kitId }),
    ...(path.startsWith('/api/admin/staff') && { id: existing.staffId }),
    ...(path.includes('/jobs/') && { id: existing[jobFor(path, method)] }),
    ...(path.includes('/imports/') && { id: existing.importId }),
    ...(path.endsWith('/imports/{id}/columns') && { id: existing.uploadedId }),
    ...ofStaff(path, method, existing),
    ...ofQuotes(path, existing),
    ...(path.includes('/cart/') && { sku: existing.cartSku }),
    ...(path.includes('/checkout/') && { id: existing.checkoutId }),
    ...(path.endsWith('/complete') && { id: existing.readyCheckoutId }),
    // An order that was cancelled is neither edited, confirmed nor cancelled by staff.
    ...(path.endsWith('/{number}/edits') && { number: existing.numberToEdit }),
    ...(path.endsWith('/invoice.pdf') && {
      number: existing.invoicedNumber,
      token: existing.invoicedToken,
    }),
    ...(path.endsWith('/confirmation') && { number: existing.numberToConfirm }),
    ...(path.startsWith('/api/admin/orders/') &&
      path.endsWith('/cancellation') && { number: existing.numberToCancel }),
    ...(path.startsWith('/api/v1/auth/') && {
      email: existing.customerEmail,
      password: existing.customerPassword,
      refreshToken: existing.customerRefreshToken,
    }),
    ...(path.includes('/admin/customers') && {
      id: path.endsWith('/erasure') ? existing.spareCustomerId : existing.customerId,
    }),
    ...(path === '/api/v1/me/erasure' && { password: existing.customerPassword }),
    ...(path.includes('/promotions') && { id: existing.promotionId }),
    ...(/\/(promotions|customers|price-lists)\b/.test(path) && { group: existing.groupCode }),
    ...(path.endsWith('/cart/coupon') && { code: existing.couponCode }),
    ...(path.endsWith('/password/reset') && { token: existing.customerResetToken }),
    ...(path.includes('/me/addresses/') && {
      id: method === 'delete' ? existing.spareAddressId : existing.addressId,
    }),
    ...(path.includes('/me/vehicles/') && { id: existing.vehicle }),
    ...(path.includes('/me/sessions/') && { id: existing.sessionId }),
    slug: slugs[named as keyof typeof slugs] ?? existing.slug,
  }
}

/** What routes of staff about other things than products call `id`. */
function ofStaff(path: string, method: string, existing: Existing): Partial<Existing> {
  const isDeletion = method === 'delete'
  const { attributeId, spareAttributeId, imageId, spareImageId, numberId } = existing
  const ids: [string, Partial<Existing>][] = [
    ['/attributes', { id: isDeletion ? spareAttributeId : attributeId }],
    ['/numbers', { id: existing.id, partId: numberId }],
    ['/images', { id: existing.id, partId: isDeletion ? spareImageId : imageId }],
    ['/undo', { id: existing.doneEditId }],
    ['/bulk-edits', { id: existing.editId }],
    ['/views', { id: existing.viewId }],
    ['/payments/{id}/receipt', { id: existing.transferId }],
    ['/completion', { id: existing.owingId }],
    ['/payments/{id}/refunds', { id: existing.paidId }],
    ['/payments/{id}/decision', { id: existing.oddId }],
    ['/payments', { id: existing.paymentId }],
    ['/mails', { id: existing.mailId }],
    ['/admin/vehicles/makes', { id: existing.makeId }],
    ['/admin/vehicles/models', { id: existing.modelId }],
    ['/admin/vehicles/types', { id: existing.vehicle }],
    ['/admin/vehicles/{kind}', { id: existing.makeId }],
    ['/credit-notes', { number: existing.creditableNumber }],
    ['/invoices', { number: existing.invoiceNumber, orderNumber: existing.goneNumber }],
    ['/shipments/{id}/delivery', { id: existing.outId }],
    ['/shipments/{id}/refusal', { id: existing.goneId }],
    ['/shipments/{id}/inspection', { id: existing.refusedId }],
    ['/shipments', { id: existing.outId }],
    ['/remittances', { id: existing.remittanceId }],
    ['/handover', { number: existing.fetchedNumber }],
    ['/suppliers', { id: existing.supplierId }],
    ['/leads', { id: existing.leadId }],
    ['/prospector/runs', { id: existing.runId }],
    ['/customer-groups', { id: isDeletion ? existing.spareGroupId : existing.groupId }],
    ['/price-lists/{id}/rules', { id: existing.priceListId, ruleId: existing.priceRuleId }],
    ['/price-lists', { id: isDeletion ? existing.sparePriceListId : existing.priceListId }],
    ['/insights', { id: existing.insightId }],
    // Each way of a purchase order needs one that stands for it.
    ['/purchase-orders/{number}/{move}', { number: existing.sentNumber }],
    ['/purchase-orders/{number}/receipts', { number: existing.awaitedNumber }],
    ['/purchase-orders', { number: existing.draftNumber }],
  ]
  const [, found = {}] = ids.find(([part]) => path.includes(part)) ?? []
  return found
}

/** A quote that was accepted is neither extended nor refused. */
function ofQuotes(path: string, existing: Existing): Partial<Existing> {
  if (path === '/api/v1/quotes/{number}/acceptance') {
    return { number: existing.quoteForBuyer, token: existing.quoteForBuyerToken }
  }
  if (path.startsWith('/api/v1/quotes/')) {
    return { number: existing.quoteNumber, token: existing.quoteToken }
  }
  if (!path.startsWith('/api/admin/quotes/')) return {}
  if (path.endsWith('/acceptance')) return { number: existing.quoteToAccept }
  return { number: path.endsWith('/refusal') ? existing.quoteToRefuse : existing.quoteNumber }
}

/** Each way to end a job needs one of its own. */
const jobFor = (path: string, method: string) =>
  method === 'delete' ? 'spareJobId' : path.endsWith('/retry') ? 'deadJobId' : 'waitingJobId'
