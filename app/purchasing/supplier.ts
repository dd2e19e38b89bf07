import { SupplierSchema } from '#database/schema'

/** Who pieces are bought from; the name is also what lists and supplier numbers call them. */
export default class Supplier extends SupplierSchema {}
