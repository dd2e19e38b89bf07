/**
 * SQL for how many of a kit the free pieces of its components make; null for what is no kit.
 * @param product SQL for its id
 */
export const kitStock = (product: string): string =>
  `(select min(coalesce(f.free, 0) / k.quantity)::int
    from kit_components k left join lateral free_stock(array[k.component_id]) f on true where k.kit_id = ${product})`
