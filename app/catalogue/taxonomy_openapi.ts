import vine from '@vinejs/vine'
import {
  brandIdValidator,
  brandInputValidator,
  brandPatchValidator,
  staffBrandListValidator,
} from '#app/catalogue/brands/brand_validators'
import {
  categoryIdValidator,
  categoryInputValidator,
  categoryPatchValidator,
} from '#app/catalogue/categories/category_validators'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const staffBrand = vine.object({
  id: count(),
  slug: text(),
  name: text(),
  website: text().nullable(),
  description: text().nullable(),
  descriptionAr: text().nullable(),
  products: count(),
})

const staffCategory = vine.object({
  id: count(),
  parentId: count().nullable(),
  slug: text(),
  name: text(),
  nameAr: text().nullable(),
  description: text().nullable(),
  descriptionAr: text().nullable(),
  position: count(),
  products: count(),
})

const staffBrands = { tag: 'Brands (staff)', staff: true, params: brandIdValidator }
const staffCategories = { tag: 'Categories (staff)', staff: true, params: categoryIdValidator }
const writing = { problems: [400, 409] }

describeRoutes({
  'admin.brands.index': {
    ...staffBrands,
    params: undefined,
    summary: 'Brands by name',
    query: staffBrandListValidator,
    answer: page(staffBrand),
  },
  'admin.brands.store': {
    ...staffBrands,
    ...writing,
    params: undefined,
    summary: 'Add a brand',
    body: brandInputValidator,
    status: 201,
    answer: one(staffBrand),
  },
  'admin.brands.show': { ...staffBrands, summary: 'A brand', answer: one(staffBrand) },
  'admin.brands.update': {
    ...staffBrands,
    ...writing,
    summary: 'Change a brand; its address stays',
    body: brandPatchValidator,
    answer: one(staffBrand),
  },
  'admin.brands.destroy': {
    ...staffBrands,
    ...writing,
    summary: 'Remove a brand that no product has',
    status: 204,
  },
  'admin.categories.index': {
    ...staffCategories,
    params: undefined,
    summary: 'Categories by address',
    query: pagingValidator,
    answer: page(staffCategory),
  },
  'admin.categories.store': {
    ...staffCategories,
    ...writing,
    params: undefined,
    summary: 'Add a category as the last of its siblings',
    body: categoryInputValidator,
    status: 201,
    answer: one(staffCategory),
  },
  'admin.categories.show': {
    ...staffCategories,
    summary: 'A category',
    answer: one(staffCategory),
  },
  'admin.categories.update': {
    ...staffCategories,
    ...writing,
    summary: 'Change or move a category; former addresses lead to the new one',
    body: categoryPatchValidator,
    answer: one(staffCategory),
  },
  'admin.categories.destroy': {
    ...staffCategories,
    ...writing,
    summary: 'Remove a category that has neither products nor children',
    status: 204,
  },
})
