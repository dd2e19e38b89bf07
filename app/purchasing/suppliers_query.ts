import { sql } from '#app/platform/database/sql'
import { sqlWords } from '#app/platform/database/sql_words'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { AWAITED } from '#app/purchasing/purchase_order_state'

/** A supplier. `minimumOrder` in millimes without tax; `leadDays` as the supplier says. */
export type SupplierRow = {
  id: number
  name: string
  contactName: string | null
  email: string | null
  phone: string | null
  address: string | null
  paymentDays: number
  leadDays: number | null
  minimumOrder: number
  notes: string | null
  active: boolean
  /** Orders that are on their way. */
  openOrders: number
}

const ORDER = 'suppliers:name:asc'

const COLUMNS = `s.id, s.name, s.contact_name as "contactName", s.email, s.phone, s.address,
  s.payment_days as "paymentDays", s.lead_days as "leadDays", s.minimum_order as "minimumOrder", s.notes, s.active,
  (select count(*)::int from purchase_orders o
   where o.supplier_id = s.id and o.state in (${sqlWords(AWAITED)})) as "openOrders"`

type Asked = { q?: string; active?: boolean; cursor?: string }

/** A page of suppliers by name. */
export async function suppliersQuery(limit: number, { q = '', active, cursor }: Asked) {
  const after = cursor ? decodeCursor(ORDER, cursor) : { value: '', id: 0 }
  const rows = await sql<SupplierRow>(
    `select ${COLUMNS} from suppliers s
     where (s.name, s.id) > ($1::text, $2::int) and fold_words(s.name) like '%' || fold_words($3) || '%'
       and ($4::boolean is null or s.active = $4)
     order by s.name, s.id limit $5`,
    [after.value, after.id, q, active ?? null, limit + 1]
  )
  return pageOf(rows, limit, ORDER, ({ name }) => name)
}

/** Throws 404. */
export async function supplierQuery(id: number): Promise<SupplierRow> {
  const [supplier] = await sql<SupplierRow>(`select ${COLUMNS} from suppliers s where s.id = $1`, [
    id,
  ])
  if (!supplier) throw notFound('supplier')
  return supplier
}

/** Who may be ordered from, for a field to choose from. */
export const activeSuppliers = () =>
  sql<{ id: number; name: string }>('select id, name from suppliers where active order by name, id')
