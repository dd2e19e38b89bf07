/** Pages of the back office that have an address of their own, by what they are called in `docs/screens`. */
const LISTS: Record<string, string> = {
  'dashboard': '/admin',
  'products': '/admin/products',
  'product-new': '/admin/products/new',
  'bulk-edits': '/admin/bulk-edits',
  'price-alarms': '/admin/price-alarms',
  'price-lists': '/admin/price-lists',
  'promotions': '/admin/promotions',
  'brands': '/admin/brands',
  'categories': '/admin/categories',
  'attributes': '/admin/attributes',
  'vehicles': '/admin/vehicles',
  'words': '/admin/words',
  'unmet-demand': '/admin/unmet-demand',
  'imports': '/admin/imports',
  'orders': '/admin/orders',
  'shipments': '/admin/shipments',
  'remittances': '/admin/remittances',
  'payments': '/admin/payments',
  'quotes': '/admin/quotes',
  'quote-new': '/admin/quotes/new?q=plaquettes+avant',
  'invoices': '/admin/invoices',
  'customers': '/admin/customers',
  'customer-groups': '/admin/customer-groups',
  'stock': '/admin/stock',
  'suppliers': '/admin/suppliers',
  'purchase-orders': '/admin/purchase-orders',
  'purchase-suggestions': '/admin/purchase-suggestions',
  'purchase-proposals': '/admin/purchase-proposals',
  'forecasts': '/admin/forecasts',
  'forecast-model': '/admin/forecasts/model',
  'insights': '/admin/insights',
  'leads': '/admin/leads',
  'lead-duplicates': '/admin/leads/duplicates',
  'lead-rules': '/admin/leads/rules',
  'prospector-runs': '/admin/prospector/runs',
  'report': '/admin/reports/weekly',
  'report-of-leads': '/admin/reports/prospector',
  'audit': '/admin/audit',
  'mails': '/admin/mails',
  'jobs': '/admin/jobs',
  'schedule': '/admin/schedule',
  'health': '/admin/health',
  'settings': '/admin/settings',
  'staff': '/admin/staff',
  'role': '/admin/roles/counter',
  'account': '/admin/account',
}

/** Pages of one thing, by the page that lists it: the first link of that page which leads further is followed. */
const RECORDS: Record<string, { of: string; then?: string }> = {
  'product': { of: '/admin/products' },
  'product-prices': { of: '/admin/products', then: '/price-history' },
  'product-fitments': { of: '/admin/products', then: '/fitments' },
  'product-history': { of: '/admin/products', then: '/history' },
  'attribute': { of: '/admin/attributes' },
  'price-list': { of: '/admin/price-lists' },
  'order': { of: '/admin/orders' },
  'quote': { of: '/admin/quotes' },
  'invoice': { of: '/admin/invoices' },
  'customer': { of: '/admin/customers' },
  'stock-of-product': { of: '/admin/stock' },
  'supplier': { of: '/admin/suppliers' },
  'purchase-order': { of: '/admin/purchase-orders' },
  'forecast': { of: '/admin/forecasts' },
  'lead': { of: '/admin/leads' },
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
  for (const [name, { of, then = '' }] of Object.entries(RECORDS)) {
    const link = firstRecord(await read(of), of)
    if (link) pages.set(name, link + then)
  }
  return pages
}

/** Pages below a list that are no record of it. */
const NO_RECORD = /^(?:new|duplicates|rules|route|model|export)$/

/** The address of the first record that a list leads to. */
function firstRecord(html: string, list: string): string | undefined {
  const [, main = ''] = html.split('<main')
  const links = [...main.matchAll(/href=["']([^"'?#]+)/g)].map(([, href]) => href)
  return links.find((href) => {
    const [start, record, ...further] = href.slice(list.length).split('/')
    const isBelow = href.startsWith(list) && start === '' && further.length === 0
    return isBelow && record !== undefined && !NO_RECORD.test(record) && !record.includes('.')
  })
}
