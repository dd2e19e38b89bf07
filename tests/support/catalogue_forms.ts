import { createAttribute } from '#app/catalogue/attributes/write_attribute'
import { sql } from '#app/platform/database/sql'
import { proposeBulkEdit, startBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { saveView } from '#app/platform/lists/saved_view'
import { writeConcept } from '#app/search/words/synonyms'
import type { FilledForm, Forms } from '#tests/support/filled_form'
import { createBrand, createCategory, createProduct, seeChanges } from '#tests/support/catalogue'
import { createImage } from '#tests/support/pictures'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn, ownersBrowser } from '#tests/support/web_visitor'

let serial = 0
const newName = () => `Nom ${process.pid} ${Date.now()} ${++serial}`
const newSku = () => `SKU-${process.pid}-${Date.now()}-${++serial}`

const SHEET = { status: 'draft', quality: 'oem', taxRate: '19' }

async function owners(page: string, fields: Record<string, string> = {}, action?: string) {
  return { page, fields, action, browser: await ownersBrowser() }
}

/** A form about a product: where it goes is `action` behind the address of the product. */
async function about(action: string, fields: Record<string, string> = {}): Promise<FilledForm> {
  const { id } = await createProduct()
  const page = `/admin/products/${id}`
  return owners(page, fields, page + action)
}

async function aboutNumber() {
  const { id } = await createProduct()
  const [number] = await sql<{ id: number }>(
    `insert into part_numbers (product_id, kind, number) values ($1, 'oe', '7701206379') returning id`,
    [id]
  )
  const page = `/admin/products/${id}`
  return owners(page, {}, `${page}/numbers/${number.id}/deletion`)
}

/** A form about a picture of a product: the second of two. */
async function aboutImage(action: string, fields: Record<string, string> = {}) {
  const { id, imageId } = await createImage()
  const page = `/admin/products/${id}`
  return owners(page, fields, `${page}/images/${imageId}${action}`)
}

async function aboutBrand(action: string, fields: Record<string, string> = {}) {
  const { id } = await createBrand(newName())
  const page = `/admin/brands/${id}`
  return owners(page, fields, page + action)
}

async function aboutCategory(action: string, fields: Record<string, string> = {}) {
  const { id } = await createCategory(`forme-${Date.now()}-${++serial}`)
  const page = `/admin/categories/${id}`
  return owners(page, fields, page + action)
}

async function aboutAttribute(action: string, fields: Record<string, string> = {}) {
  const code = `forme_${++serial}`
  const { id } = await createAttribute({ code, kind: 'text', name: 'Forme' }, TESTING)
  const page = `/admin/attributes/${id}`
  return owners(page, fields, page + action)
}

/** Forms about the catalogue and its words. */
export const catalogueForms: Forms = {
  '/admin/products': async () => {
    const { slug } = await createBrand(newName())
    const fields = { ...SHEET, sku: newSku(), name: 'Neuf', brand: slug, price: '12' }
    return owners('/admin/products/new', fields)
  },
  '/admin/products/:id': async () => {
    const brand = await createBrand(newName())
    const { id, sku } = await createProduct({ brand })
    const page = `/admin/products/${id}`
    // The version is a field of the form: one that others have moved past is refused.
    const fields = { ...SHEET, sku, name: 'Autre', brand: brand.slug, price: '12', version: '1' }
    return owners(page, fields, page)
  },
  '/admin/products/:id/status': async () => {
    const { id } = await createProduct()
    return owners(
      '/admin/products',
      { status: 'draft', version: '1' },
      `/admin/products/${id}/status`
    )
  },
  '/admin/products/:id/archival': () => about('/archival'),
  '/admin/products/:id/restoration': () => about('/restoration'),
  '/admin/products/:id/numbers': () =>
    about('/numbers', { kind: 'oe', owner: 'Renault', numbers: '7701206379' }),
  '/admin/products/:id/numbers/:partId/deletion': aboutNumber,
  '/admin/products/:id/images': async () => ({
    ...(await about('/images')),
    file: new File(['no picture'], 'x.png'),
  }),
  '/admin/products/:id/images/:partId': () => aboutImage('', { position: '0' }),
  '/admin/products/:id/images/:partId/deletion': () => aboutImage('/deletion'),
  '/admin/products/:id/price-history': () =>
    about('/price-history', { newPrice: '12,5', reason: 'nouveau tarif' }),
  '/admin/products/:id/equivalents/:otherId': async () => {
    const other = await createProduct()
    return about(`/equivalents/${other.id}`, { verdict: 'confirmed' })
  },
  '/admin/bulk-edits': async () => {
    const { id } = await createProduct()
    return owners('/admin/products', { 'kind': 'status', 'ids[0]': String(id) })
  },
  '/admin/bulk-edits/:id/run': async () => {
    const product = await createProduct()
    const { id } = await proposeBulkEdit({ kind: 'status', ids: [product.id] }, TESTING)
    const page = `/admin/bulk-edits/${id}`
    return owners(page, { value: 'draft' }, `${page}/run`)
  },
  '/admin/bulk-edits/:id/undo': async () => {
    const product = await createProduct({ status: 'draft' })
    const { id } = await proposeBulkEdit({ kind: 'status', ids: [product.id] }, TESTING)
    await startBulkEdit(id, 'active', TESTING)
    const page = `/admin/bulk-edits/${id}`
    return owners(page, {}, `${page}/undo`)
  },
  '/admin/brands': () => owners('/admin/brands/new', { name: newName() }),
  '/admin/brands/:id': () => aboutBrand('', { name: newName() }),
  '/admin/brands/:id/deletion': () => aboutBrand('/deletion'),
  '/admin/categories': () => owners('/admin/categories/new', { name: newName() }),
  '/admin/categories/:id': () => aboutCategory('', { name: newName() }),
  '/admin/categories/:id/deletion': () => aboutCategory('/deletion'),
  '/admin/categories/:id/places': () => aboutCategory('/places', { position: '0' }),
  '/admin/categories/:id/steps': () => aboutCategory('/steps', { step: 'up' }),
  '/admin/attributes': () =>
    owners('/admin/attributes/new', { code: `forme_${++serial}`, name: 'Forme', kind: 'text' }),
  '/admin/attributes/:id': () => aboutAttribute('', { name: 'Forme', kind: 'text' }),
  '/admin/attributes/:id/deletion': () => aboutAttribute('/deletion'),
  '/admin/price-alarms/:id/review': async () => {
    await createProduct()
    const [{ id }] = await sql<{ id: number }>('select max(id)::int as id from price_changes')
    return owners('/admin/products', {}, `/admin/price-alarms/${id}/review`)
  },
  '/admin/unmet-demand': () => owners('/admin/unmet-demand', { words: 'alternateur' }),
  '/admin/words': () =>
    owners('/admin/words/new', { code: `mot-${++serial}`, kind: 'part', fr: 'plaquettes' }),
  '/admin/words/:code/deletion': async () => {
    const code = `mot-${++serial}`
    await writeConcept({ code, kind: 'part', categories: [], synonyms: [] }, TESTING)
    await seeChanges()
    return owners('/admin/words', {}, `/admin/words/${code}/deletion`)
  },
  '/admin/views': () => owners('/admin/products', { page: 'products', name: newName() }),
  '/admin/views/:id/deletion': async () => {
    const member = await createStaff()
    const view = { page: 'products', name: newName(), query: '', isShared: false }
    const { id } = await saveView(view, { ...TESTING, actor: member.actor })
    const page = '/admin/products'
    const action = `/admin/views/${id}/deletion`
    return { page, fields: {}, action, browser: await loggedIn(member) }
  },
  '/admin/list-preferences': () => owners('/admin/products', { page: 'products' }),
}
