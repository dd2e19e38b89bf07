import app from '@adonisjs/core/services/app'
import { createAttribute } from '#app/catalogue/attributes/write_attribute'
import { proposeBulkEdit, startBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { lastingPath } from '#app/platform/project_root'
import { sql } from '#app/platform/database/sql'
import { saveView } from '#app/platform/lists/saved_view'
import { KeptMailTransport } from '#app/platform/mail/kept_mail_transport'
import { createProduct } from '#tests/support/catalogue'
import { knownVehicle } from '#tests/support/fitment_forms'
import type { Existing } from '#tests/support/hostile_targets'
import { createNumber } from '#tests/support/part_numbers'
import { TESTING } from '#tests/support/staff'

/** One of each thing that belongs to a product or to somebody's desk, for requests to be about. */
export async function existingCatalogue(productId: number, actor: string) {
  const attribute = (code: string) =>
    createAttribute({ code, kind: 'text', name: 'Mesure' }, TESTING)
  const [one, spare] = [await attribute('mesure'), await attribute('libre')]
  await createNumber(productId, 'oe', '7701206379', 'Renault')
  const [number] = await sql<{ id: number }>('select max(id) as id from part_numbers')
  const [image, spareImage] = await sql<{ id: number }>(
    `insert into product_images (product_id, path, position) values ($1, 'a.webp', 0), ($1, 'b.webp', 1) returning id`,
    [productId]
  )
  const view = { page: 'products', name: 'Vue', query: '', isShared: false }
  const { id: viewId } = await saveView(view, { ...TESTING, actor })
  return {
    ...{ attributeId: String(one.id), spareAttributeId: String(spare.id) },
    ...{ numberId: String(number.id), imageId: String(image.id), partId: String(image.id) },
    ...{ spareImageId: String(spareImage.id), viewId: String(viewId) },
    ...{ page: 'products', task: 'purge', value: 'draft', producedFrom: '2013-01' },
    ...(await existingEdits()),
    ...(await existingVehicle()),
    mailId: await keptMail(),
  } satisfies Partial<Existing>
}

async function existingEdits() {
  const { id } = await createProduct({ status: 'draft' })
  const propose = () => proposeBulkEdit({ kind: 'status', ids: [id] }, TESTING)
  const [waiting, done] = [await propose(), await propose()]
  await startBulkEdit(done.id, 'active', TESTING)
  return { editId: String(waiting.id), doneEditId: String(done.id) }
}

async function existingVehicle() {
  const { makeId, modelId } = await knownVehicle()
  const [alias] = await sql<{ id: number }>(
    `insert into vehicle_aliases (make_id, alias) values ($1, 'autre nom') returning id`,
    [makeId]
  )
  return { makeId: String(makeId), modelId: String(modelId), aliasId: String(alias.id) }
}

async function keptMail(): Promise<string> {
  const transport = new KeptMailTransport(lastingPath(app, 'tmp/mails'))
  const mail = { from: 'shop@shabou.test', to: ['amel@shabou.test'], subject: 'Essai' }
  const { original } = await transport.send({ ...mail, html: '<p>Bonjour</p>', text: 'Bonjour' })
  return String(original.id)
}
