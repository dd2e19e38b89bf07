import { brokenRows } from '#app/platform/invariants/broken_rows'
import { defineInvariant } from '#app/platform/invariants/invariant'

defineInvariant({
  name: 'invoices and credit notes are numbered without gaps, each kind and year',
  broken: () =>
    brokenRows(`select format('%s %s: counted to %s, %s issued up to %s', type, year, c.last, coalesce(i.issued, 0), i.highest) as broken
      from invoice_counters c full join (
        select type, year, count(*) as issued, max(serial) as highest from invoices group by 1, 2) i using (type, year)
      where (c.last, c.last) is distinct from (i.issued, i.highest)`),
})

defineInvariant({
  name: 'a document is the sum of its lines, and its stamp',
  broken: () =>
    brokenRows(`select format('%s: %s net, %s tax, %s with the stamp; lines %s and %s', number, i.net, i.tax, i.total, l.net, l.tax) as broken
      from invoices i left join (
        select invoice_id, sum(net)::bigint as net, sum(tax)::bigint as tax from invoice_lines group by 1) l on l.invoice_id = i.id
      where (i.net, i.tax, i.total) is distinct from (l.net, l.tax, l.net + l.tax + i.stamp)`),
})

defineInvariant({
  name: 'no more is credited than was invoiced',
  broken: () =>
    brokenRows(`select format('%s: %s and %s tax invoiced, %s and %s tax credited', i.number, i.gross, i.tax, c.gross, c.tax) as broken
      from invoices i join (
        select of_id, sum(gross)::bigint as gross, sum(tax)::bigint as tax from invoices
        where type = 'credit_note' group by 1) c on c.of_id = i.id
      where c.gross > i.gross or c.tax > i.tax`),
})
