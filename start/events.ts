import emitter from '@adonisjs/core/services/emitter'
import { ProductsChanged } from '#app/catalogue/products_changed'
import { refreshListings } from '#app/search/refresh_listings'

/** Awaited events: their listeners run inside the transaction that emits them. */
emitter.on(ProductsChanged, refreshListings)
