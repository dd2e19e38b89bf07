/** Pages of the back office that have an address of their own, by what they are called in `docs/screens`. */
const LISTS: Record<string, string> = {
  'dashboard': '/admin',
  'products': '/admin/products',
  'product-new': '/admin/products/new',
  'bulk-edits': '/admin/bulk-edits',
  // What the demo proposes and nobody has run: no list leads there.
  'bulk-edit-preview': '/admin/bulk-edits/3?value=5',
  'price-alarms': '/admin/price-alarms',
  'price-lists': '/admin/price-lists',
  'price-list-new': '/admin/price-lists/new',
  'promotions': '/admin/promotions',
  'promotion-new': '/admin/promotions/new',
  'brands': '/admin/brands',
  'brand-new': '/admin/brands/new',
  'categories': '/admin/categories',
  'category-new': '/admin/categories/new',
  'attributes': '/admin/attributes',
  'attribute-new': '/admin/attributes/new',
  'vehicles': '/admin/vehicles',
  'vehicle-by-vin': '/admin/vehicles/vins?vin=VF1BR0A0H40123456',
  'words': '/admin/words',
  'word-new': '/admin/words/new',
  'unmet-demand': '/admin/unmet-demand',
  'imports': '/admin/imports',
  'import-new': '/admin/imports/new',
  'orders': '/admin/orders',
  'shipments': '/admin/shipments',
  'remittances': '/admin/remittances',
  'payments': '/admin/payments',
  'quotes': '/admin/quotes',
  'quote-new': '/admin/quotes/new?q=plaquettes+avant',
  'invoices': '/admin/invoices',
  'customers': '/admin/customers',
  'customer-groups': '/admin/customer-groups',
  'customer-group-new': '/admin/customer-groups/new',
  'stock': '/admin/stock',
  'suppliers': '/admin/suppliers',
  'supplier-new': '/admin/suppliers/new',
  'purchase-orders': '/admin/purchase-orders',
  'purchase-order-new': '/admin/purchase-orders/new',
  'purchase-suggestions': '/admin/purchase-suggestions',
  'purchase-proposals': '/admin/purchase-proposals',
  'forecasts': '/admin/forecasts',
  'forecast-model': '/admin/forecasts/model',
  'forecast-settings': '/admin/forecasts/settings',
  'insights': '/admin/insights',
  'leads': '/admin/leads',
  'lead-new': '/admin/leads/new',
  'lead-route': '/admin/leads/route',
  'lead-duplicates': '/admin/leads/duplicates',
  'lead-rules': '/admin/leads/rules',
  'prospector-runs': '/admin/prospector/runs',
  'report': '/admin/reports/weekly',
  'report-mail': '/admin/reports/weekly/mail',
  'report-of-leads': '/admin/reports/prospector',
  'report-of-leads-mail': '/admin/reports/prospector/mail',
  'audit': '/admin/audit',
  'mails': '/admin/mails',
  'jobs': '/admin/jobs',
  'schedule': '/admin/schedule',
  'health': '/admin/health',
  'settings': '/admin/settings',
  'staff': '/admin/staff',
  'staff-new': '/admin/staff/new',
  'roles': '/admin/roles',
  'role-new': '/admin/roles/new',
  'role': '/admin/roles/counter',
  'account': '/admin/account',
  'second-factor': '/admin/account/second-factor',
}

/** Pages that somebody sees who has not logged in. */
export const DOORSTEP: Record<string, string> = {
  'login': '/admin/login',
  'password-forgot': '/admin/password/forgot',
  'password-reset': '/admin/password/reset/a-link-of-a-mail',
}

/** A page of one thing: found on another page of this name or address, as the first link that looks like this. */
type Found = {
  on: string
  link: RegExp
  /** What follows its address. */
  then?: string
  /** Which of those links, the first being 0. */
  nth?: number
}

const record = (on: string, path: string, key = String.raw`\d+`): Found => ({
  ...{ on, link: new RegExp(`^/admin/${path}/${key}$`) },
})
const product = record('/admin/products?q=plaquettes+avant', 'products')
const order = record('/admin/orders?state=completed', 'orders', 'SAP-[^/]+')
const customer = record('/admin/customers?q=el-amen@garage.example', 'customers')
const purchase = record('purchase-orders', 'purchase-orders', 'BC-[^/]+')
const lead = record('leads', 'leads')

const RECORDS: Record<string, Found> = {
  product,
  'product-prices': { ...product, then: '/price-history' },
  'product-fitments': { ...product, then: '/fitments' },
  'product-equivalents': { ...product, then: '/equivalents' },
  'product-history': { ...product, then: '/history' },
  'product-as-customer': { ...product, then: '/as-customer' },
  'product-kit': { ...record('/admin/products?q=LOT-VIDANGE', 'products'), then: '/kit' },
  'bulk-edit': record('bulk-edits', 'bulk-edits'),
  'price-list': record('price-lists', 'price-lists'),
  'promotion': record('promotions', 'promotions'),
  'brand': record('brands', 'brands'),
  'category': record('categories', 'categories'),
  'attribute': record('attributes', 'attributes'),
  'make': record('/admin/vehicles?q=renault', 'vehicles/makes'),
  'model': record('make', 'vehicles/models'),
  'vehicle': record('model', 'vehicles/types'),
  'vehicle-new': { ...record('make', 'vehicles/models'), then: '/types/new' },
  'word': record('words', 'words', '(?!new$)[^/]+'),
  'import': { ...record('imports', 'imports'), nth: 1 },
  'import-columns': { ...record('imports', 'imports'), then: '/columns' },
  order,
  'order-edit': { ...record('/admin/orders?state=placed', 'orders', 'SAP-[^/]+'), then: '/edit' },
  'packing': record('shipments', 'shipments/orders', '[^/]+'),
  'remittance': record('remittances', 'remittances'),
  'quote': record('quotes', 'quotes', 'D-[^/]+'),
  'invoice': record('invoices', 'invoices', '(?:FAC|AV)-[^/]+'),
  customer,
  'customer-orders': { ...customer, then: '/orders' },
  'customer-group': record('customer-groups', 'customer-groups'),
  'stock-of-product': record('/admin/stock?q=plaquettes', 'stock'),
  'supplier': record('suppliers', 'suppliers'),
  'supplier-edit': { ...record('suppliers', 'suppliers'), then: '/edit' },
  'purchase-order': purchase,
  'purchase-order-print': { ...purchase, then: '/print' },
  'receipt-new': {
    ...record('/admin/purchase-orders?state=partial', 'purchase-orders', 'BC-[^/]+'),
    then: '/receipts/new',
  },
  'forecast': record('forecasts', 'forecasts'),
  lead,
  'lead-edit': { ...lead, then: '/edit' },
  'lead-merge': record('lead-duplicates', String.raw`leads/\d+/merge`),
  'prospector-run': record('prospector-runs', 'prospector/runs'),
  'mail': record('mails', 'mails'),
  'staff-member': record('staff', 'staff'),
}

/**
 * Where the pages of a running shop are. A record of which there is none yet is left out.
 *
 * @param read the HTML at an address, as somebody who is logged in sees it
 */
export async function staffPages(
  read: (path: string) => Promise<string>
): Promise<Map<string, string>> {
  const pages = new Map(Object.entries(LISTS))
  for (const [name, { on, link, then = '', nth = 0 }] of Object.entries(RECORDS)) {
    const leading = on.startsWith('/') ? on : pages.get(on)
    const links = leading ? linksOf(await read(leading)).filter((href) => link.test(href)) : []
    const found = [...new Set(links)][nth]
    if (found) pages.set(name, found + then)
  }
  return pages
}

/** Where a page leads, by what it is about: not by its menu. */
function linksOf(html: string): string[] {
  const [, main = ''] = html.split('<main')
  return [...main.matchAll(/href=["']([^"'?#]+)/g)].map(([, href]) => href)
}
