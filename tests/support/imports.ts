import { createHash } from 'node:crypto'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import type { ImportResult } from '#app/imports/runs/carry_out_run'

/** What a command printed, and how it ended. */
export interface CommandOutcome {
  exitCode: number
  output: string
}

/** Runs a command of ours in this process. */
export async function runCommand(name: string, args: string[]): Promise<CommandOutcome> {
  const { ui } = ace
  ui.switchMode('raw')
  ui.logger.flushLogs()
  try {
    const command = await ace.exec(name, args)
    const output = ui.logger.getLogs().map(({ message }) => message)
    return { exitCode: command.exitCode ?? 0, output: output.join('\n') }
  } finally {
    ui.logger.flushLogs()
    ace.ui.switchMode('normal')
  }
}

/** Imports a file and returns its counts; throws what the command complains of. */
export async function importCounts(
  path: string,
  ...args: string[]
): Promise<ImportResult['counts']> {
  const { output } = await runCommand('catalogue:import', [path, '--json', ...args])
  const result = JSON.parse(output) as ImportResult & { error?: string }
  if (result.error) throw new Error(result.error)
  return result.counts
}

/** Everything that an import writes, without what depends on when and how often it ran. */
const CATALOGUE = [
  `select p.sku, p.slug, brand.slug as brand, c.slug as category, p.mpn, p.name_fr, p.name_ar, p.description_fr,
     p.description_ar, p.status, p.quality, p.price, p.compare_at_price, p.cost, p.tax_rate, p.warranty_months,
     p.weight_g, p.gtin, p.core_charge, p.orderable, p.min_quantity, p.pack_size, p.version, p.published_at is null as unpublished
   from products p join brands brand on brand.id = p.brand_id left join categories c on c.id = p.category_id order by p.sku`,
  `select p.sku, n.kind, n.owner, n.number from part_numbers n join products p on p.id = n.product_id
   order by p.sku, n.kind, n.owner_norm, n.number_norm`,
  `select p.sku, s.on_hand, s.reserved from stock_levels s join products p on p.id = s.product_id order by p.sku`,
  `select p.sku, m.quantity, m.cause from stock_movements m join products p on p.id = m.product_id order by p.sku, m.id`,
  `select p.sku, i.path, i.position from product_images i join products p on p.id = i.product_id order by p.sku, i.position`,
  `select p.sku, a.code, v.number_value, v.text_value, v.boolean_value from product_attributes v
   join products p on p.id = v.product_id join attributes a on a.id = v.attribute_id order by p.sku, a.code`,
  `select p.sku, h.old_price, h.new_price, h.old_cost, h.new_cost from price_changes h
   join products p on p.id = h.product_id order by p.sku, h.id`,
  `select p.sku, l.price, l.availability, l.name_fr from product_listings l join products p on p.id = l.product_id order by p.sku`,
  'select slug, name from brands order by slug',
  'select c.slug, c.name_fr, c.depth, up.slug as parent from categories c left join categories up on up.id = c.parent_id order by 1',
]

/** A checksum over the whole catalogue: two that are equal say that nothing differs. */
export async function catalogueChecksum(): Promise<string> {
  const hash = createHash('md5')
  for (const query of CATALOGUE) {
    const { rows } = await db.rawQuery<{ rows: object[] }>(query)
    hash.update(JSON.stringify(rows))
  }
  return hash.digest('hex')
}

/** A list of products of our own making: the same for the same number of rows. */
export function productList(rows: number, price = (index: number) => 10_000 + index): string {
  const lines = [
    'sku,name,name_ar,brand,mpn,category_path,price,cost,stock,oe_numbers,gtin,image_url,attr_largeur_mm',
  ]
  for (let i = 0; i < rows; i++) {
    lines.push(
      [
        `SKU-${i}`,
        `"Plaquettes, série ${i}"`,
        `بلاكات ${i}`,
        `Maker ${i % 7}`,
        `M${i}`,
        `Freinage > Rayon ${i % 11}`,
        (price(i) / 1000).toFixed(3),
        '5.500',
        i % 13,
        `Renault:77${i}|PSA:42${i}`,
        String(3_165_140_000_000 + i),
        `https://images.example.tn/${i}.jpg`,
        i % 50,
      ].join(',')
    )
  }
  return `${lines.join('\n')}\n`
}
