/** What is always true of the books, of all features: `npm run ace -- invariants:check`. */
import '#app/inventory/stock_invariants'
import '#app/purchasing/purchasing_invariants'
import '#app/pricing/promotion_invariants'
import '#app/orders/order_invariants'
import '#app/payments/payment_invariants'
import '#app/fulfilment/fulfilment_invariants'
import '#app/checkout/checkout_invariants'
import '#app/invoicing/invoice_invariants'
