/** What features keep of a customer, in the order in which a customer is told. */
import '#app/customers/personal_data'
import '#app/cart/personal_cart'
import '#app/orders/buyers/personal_orders'
import '#app/invoicing/personal_invoices'
import '#app/quotes/personal_quotes'
import '#app/prospector/leads/erase_lead_of_customer'
