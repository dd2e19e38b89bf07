import { BrandSchema } from '#database/schema'

/** Who makes the part. */
export default class Brand extends BrandSchema {}
