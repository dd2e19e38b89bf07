import type { HttpContext } from '@adonisjs/core/http'
import { taxonomy } from '#app/catalogue/taxonomy'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { verdictsQuery } from '#app/fitment/verdicts_query'
import { localeOf } from '#app/platform/http/locale'
import { wholeList } from '#app/platform/lists/whole_list'
import { listItem } from '#app/search/lists/listing_transformer'
import { resolveReferences } from '#app/search/references/resolve_references'
import { resolveValidator } from '#app/search/search_validators'

/** Every part number in a pasted text, with who carries it. */
export default class ReferenceResolutionsController {
  async store(ctx: HttpContext) {
    const asked = await resolveValidator.validate(ctx.request.body())
    await expectVehicleType(asked.vehicle)
    const locale = localeOf(ctx)
    const [rows, known] = await Promise.all([resolveReferences(asked), taxonomy()])
    const ids = rows.flatMap(({ matches }) => matches.map(({ listing }) => listing.id))
    const verdicts = asked.vehicle
      ? await verdictsQuery([...new Set(ids)], asked.vehicle)
      : undefined
    return wholeList(
      rows.map(({ matches, ...row }) => ({
        ...row,
        matches: matches.map(({ match, listing }) => ({
          kind: match.kind,
          number: match.number,
          owner: match.owner,
          confidence: match.confidence,
          product: listItem(listing, known, locale, verdicts?.get(listing.id)),
        })),
      }))
    )
  }
}
