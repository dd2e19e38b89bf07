import db from '@adonisjs/lucid/services/db'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { bareHost } from '#app/prospector/sources/website/bare_host'

/**
 * Puts a site on the list of those that are read, such as that of a supplier; one that is there already
 * is kept for good. Throws 422 for what is no address of the web.
 */
export async function addSite(typed: string, acting: Acting): Promise<void> {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `http://${typed}`)
  const isSite = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
  if (!isSite || url.username || url.port)
    throw invalid('address', 'url', 'This is no address of a website')
  const host = bareHost(url.hostname)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    await sql(
      `insert into prospector_sites (host, address, origin) values ($1, $2, 'manual')
       on conflict (host) do update set origin = 'manual', forget_at = null`,
      [host, url.href],
      trx
    )
    await recordAct(trx, {
      action: 'created',
      entity: 'prospector_sites',
      entityId: host,
      label: host,
    })
  })
}
