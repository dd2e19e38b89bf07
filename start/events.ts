import emitter from '@adonisjs/core/services/emitter'
import { mergeGuestCart } from '#app/cart/merge_guest_cart'
import { CategoriesMoved } from '#app/catalogue/categories/categories_moved'
import { ProductsChanged } from '#app/catalogue/products/products_changed'
import { mergeGuestGarage } from '#app/customers/own_garage'
import { CustomerErased } from '#app/customers/customer_erased'
import { CustomerEntered } from '#app/customers/customer_entered'
import { eraseCheckouts } from '#app/checkout/erase_checkouts'
import { addImportTarget } from '#app/imports/targets'
import { eraseLeadOfCustomer } from '#app/prospector/leads/erase_lead_of_customer'
import { eraseContacts } from '#app/orders/buyers/personal_orders'
import { eraseQuoteContacts } from '#app/quotes/personal_quotes'
import { followMovedCategories } from '#app/search/index/follow_moved_categories'
import { refreshListings } from '#app/search/lists/refresh_listings'

/** Awaited events: their listeners run inside the transaction that emits them. */
emitter.on(ProductsChanged, refreshListings)
emitter.on(CategoriesMoved, followMovedCategories)
emitter.on(CustomerEntered, mergeGuestCart)
emitter.on(CustomerEntered, mergeGuestGarage)
emitter.on(CustomerErased, eraseContacts)
emitter.on(CustomerErased, eraseCheckouts)
emitter.on(CustomerErased, eraseQuoteContacts)
emitter.on(CustomerErased, eraseLeadOfCustomer)

/** Lists that features above the importer bring. */
addImportTarget('sales', () => import('#app/orion/sales/sales_target').then((file) => file.default))
addImportTarget('leads', () =>
  import('#app/prospector/imports/leads_target').then((file) => file.default)
)
