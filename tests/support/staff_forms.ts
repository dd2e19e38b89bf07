import { accessForms } from '#tests/support/access_forms'
import { catalogueForms } from '#tests/support/catalogue_forms'
import { deskForms } from '#tests/support/desk_forms'
import type { Forms } from '#tests/support/filled_form'
import { fitmentForms } from '#tests/support/fitment_forms'
import { importForms } from '#tests/support/import_forms'
import { invoiceForms } from '#tests/support/invoice_forms'
import { leadForms } from '#tests/support/leads/lead_forms'
import { prospectorForms } from '#tests/support/prospector_forms'
import { shippingForms } from '#tests/support/shipping_forms'
import { priceForms } from '#tests/support/price_lists'
import { quoteForms } from '#tests/support/quote_forms'
import { orionForms } from '#tests/support/orion'
import { purchasingForms } from '#tests/support/purchasing_forms'
import { createResetToken, createStaff, PASSWORD } from '#tests/support/staff'
import { systemForms } from '#tests/support/system_forms'

/** The forms of pages: which page has them, and fields that are accepted. A new form needs one here. */
export const FORMS: Forms = {
  ...accessForms,
  ...catalogueForms,
  ...systemForms,
  ...importForms,
  ...fitmentForms,
  ...deskForms,
  ...purchasingForms,
  ...quoteForms,
  ...orionForms,
  ...shippingForms,
  ...invoiceForms,
  ...leadForms,
  ...prospectorForms,
  ...priceForms,
  '/admin/login': async () => {
    const { email } = await createStaff('counter')
    return { page: '/admin/login', fields: { email, password: PASSWORD } }
  },
  '/admin/logout': async () => ({ page: '/admin/login', fields: {} }),
  '/admin/password/forgot': async () => {
    const { email } = await createStaff('counter')
    return { page: '/admin/password/forgot', fields: { email } }
  },
  '/admin/password/reset': async () => {
    const token = await createResetToken(await createStaff('counter'))
    const fields = { token, password: `${PASSWORD} nouveau` }
    return { page: `/admin/password/reset/${token}`, fields }
  },
}
