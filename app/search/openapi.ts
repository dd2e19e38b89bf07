import vine from '@vinejs/vine'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { LEFT_OUT } from '#app/platform/openapi/answer_schema'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { listItemSchema } from '#app/search/lists/listing_schema'
import { GRADES } from '#app/search/references/equivalents_query'
import { productFacetsValidator, productListValidator } from '#app/search/lists/product_filters'
import {
  conceptCodeValidator,
  conceptValidator,
  equivalenceValidator,
  equivalentListValidator,
  pairValidator,
  productSlugValidator,
  resolveValidator,
  searchValidator,
  suggestValidator,
  telephoneRequestValidator,
} from '#app/search/search_validators'
import { SUGGESTION_KINDS } from '#app/search/suggestions_transformer'
import { CONCEPT_KINDS, LANGUAGES } from '#app/search/words/synonyms'

const valued = () => vine.object({ value: text(), count: count() })
const slugged = () => vine.object({ slug: text(), name: text(), count: count() })

const named = () => vine.object({ slug: text(), name: text() })
const staff = { tag: 'Search (staff)', staff: true }

/** `words`, the kind of the number that was asked for, `prefix` of what begins so, or `near`. */
const matched = () =>
  vine.object({
    kind: text(),
    number: text().optional(),
    owner: text().nullable().optional().meta(LEFT_OUT),
    confidence: count().optional(),
    /** Of words: whether the product has all that was asked for; false: it is the nearest there is. */
    complete: vine.boolean().optional(),
  })

const unmet = vine.object({
  id: count(),
  kind: text(),
  words: text(),
  vehicleTypeId: count().nullable(),
  contact: text().nullable(),
  note: text().nullable(),
  asked: count(),
  lastAskedAt: instant(),
  recordedBy: text(),
})

const concept = vine.object({
  id: count(),
  code: text(),
  kind: vine.enum(CONCEPT_KINDS),
  categories: vine.array(text()),
  synonyms: vine.array(vine.object({ term: text(), language: vine.enum(LANGUAGES) })),
})

describeRoutes({
  'products.index': {
    tag: 'Products',
    tagged: true,
    summary: 'Published products, filtered, sorted and keyset-paged',
    query: productListValidator,
    problems: [404],
    answer: page(vine.object(listItemSchema())),
  },
  'products.facets': {
    tag: 'Products',
    tagged: true,
    summary: 'What the products can be narrowed down by; each facet ignores its own filter',
    query: productFacetsValidator,
    problems: [404],
    answer: one(
      vine.object({
        brands: vine.array(slugged()),
        categories: vine.array(slugged()),
        price: vine.object({
          min: count().nullable(),
          max: count().nullable(),
          buckets: vine.array(
            vine.object({ from: count(), to: count().nullable(), count: count() })
          ),
        }),
        availability: vine.array(valued()),
        quality: vine.array(valued()),
        attributes: vine.array(
          vine.object({
            code: text(),
            name: text(),
            unit: text().nullable(),
            values: vine.array(vine.object({ value: text(), label: text(), count: count() })),
          })
        ),
      })
    ),
  },
  'search': {
    tag: 'Search',
    tagged: true,
    summary:
      'Products by words, references or both; explain=1 tells staff what each place rests on',
    query: searchValidator,
    problems: [401, 403, 404],
    answer: vine.object({
      data: vine.array(
        vine.object({
          ...listItemSchema(),
          match: matched(),
          explanation: vine.any().optional(),
        })
      ),
      meta: vine.object({
        limit: count(),
        nextCursor: text().nullable(),
        query: text(),
        didYouMean: text().nullable(),
        /** Numbers one typing error away from one that nobody carries: offered, never among the hits. */
        near: vine.array(vine.object({ ...listItemSchema(), match: matched() })),
        interpretedAs: vine.object({
          references: vine.array(text()),
          partType: named().nullable(),
          position: text().nullable(),
          vehicle: vine
            .object({
              make: named(),
              models: vine.array(named()),
              types: vine.array(vine.object({ id: count(), name: text() })),
            })
            .nullable(),
          brand: named().nullable(),
          words: vine.array(text()),
        }),
      }),
    }),
  },
  'search.suggestions': {
    tag: 'Search',
    tagged: true,
    summary: 'What a query may become while it is typed: at most eight',
    query: suggestValidator,
    answer: vine.object({
      data: vine.array(
        vine.object({
          kind: vine.enum(SUGGESTION_KINDS),
          text: text(),
          slug: text(),
          sku: text().optional(),
          number: text().optional(),
        })
      ),
      meta: vine.object({ limit: count(), nextCursor: text().nullable(), query: text() }),
    }),
  },
  'references.resolve': {
    tag: 'Search',
    summary: 'Every part number in a pasted text, with who carries it; near ones are offered only',
    body: resolveValidator,
    answer: page(
      vine.object({
        query: text(),
        normalised: text(),
        found: vine.enum(['exact', 'superseded', 'prefix', 'near', 'none'] as const),
        matches: vine.array(
          vine.object({
            kind: text(),
            number: text(),
            owner: text().nullable(),
            confidence: count(),
            product: vine.object(listItemSchema()),
          })
        ),
      })
    ),
  },
  'products.equivalents': {
    tag: 'Products',
    tagged: true,
    summary: 'What may stand in for a product, the surest first',
    params: productSlugValidator,
    query: equivalentListValidator,
    answer: page(
      vine.object({
        ...listItemSchema(),
        grade: vine.enum(GRADES),
        confidence: count(),
        confirmed: truth(),
        sharedNumbers: vine.array(text()),
      })
    ),
  },
  'admin.unmet_demand.index': {
    ...staff,
    summary: 'What customers asked for and did not find, newest first',
    query: pagingValidator,
    answer: page(unmet),
  },
  'admin.unmet_demand.store': {
    ...staff,
    summary: 'Note what a customer asked for on the telephone',
    body: telephoneRequestValidator,
    status: 201,
    answer: one(unmet),
  },
  'admin.concepts.index': {
    ...staff,
    summary: 'The words of customers and what they mean',
    query: pagingValidator,
    answer: page(concept),
  },
  'admin.concepts.update': {
    ...staff,
    summary: 'Add a concept, or replace its meaning and its words',
    params: conceptCodeValidator,
    body: conceptValidator,
    answer: one(concept),
  },
  'admin.concepts.destroy': {
    ...staff,
    summary: 'Forget a concept and its words',
    params: conceptCodeValidator,
    status: 204,
  },
  'admin.equivalence_verdicts.update': {
    ...staff,
    summary: 'Confirm or reject that two products stand in for each other',
    params: pairValidator,
    body: equivalenceValidator,
    status: 204,
  },
})
