/**
 * CTEs for a `with recursive`. `heirs`: what became of each product, however many replaced each other: the last of the
 * chain that is sold (`heir`), so that nothing is lost to a successor that is not sold yet, or not any more. `counted`:
 * whose demand a piece of a product (`id`) is, and how many pieces: of its heir, and where that is a kit, of what the
 * kit is made of today as well.
 */
export const HEIRS = `
  chain as (
    select id, id as heir, superseded_by_id as next, status = 'active' and deleted_at is null as is_sold, 0 as depth
    from products
    union all
    select c.id, p.id, p.superseded_by_id, p.status = 'active' and p.deleted_at is null, c.depth + 1
    from chain c join products p on p.id = c.next where c.depth < 10
  ), heirs as (
    select distinct on (id) id, heir from chain order by id, is_sold desc, depth desc
  ), counted as (
    select id, heir, 1 as pieces from heirs
    union all
    select h.id, c.heir, k.quantity from heirs h
    join kit_components k on k.kit_id = h.heir join heirs c on c.id = k.component_id
  )`
