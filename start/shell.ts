/**
 * What features add to the back office: menu, palette, dashboard, things to do, reports, health. One
 * after the other, as they stand there: modules that wait for something would come in any order.
 */
await import('#app/admin/shell')
await import('#app/reports/shell')
await import('#app/catalogue/shell')
await import('#app/fitment/shell')
await import('#app/search/shell')
await import('#app/staff/shell')
await import('#app/imports/shell')
await import('#app/customers/shell')
await import('#app/pricing/shell')
await import('#app/orders/shell')
await import('#app/quotes/shell')
await import('#app/fulfilment/shell')
await import('#app/payments/shell')
await import('#app/invoicing/shell')
await import('#app/prospector/leads/shell')
await import('#app/prospector/runs/shell')
await import('#app/inventory/shell')
await import('#app/kits/shell')
await import('#app/purchasing/shell')
await import('#app/orion/shell')
