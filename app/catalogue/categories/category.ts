import { CategorySchema } from '#database/schema'

/** A node of the tree that parts are sorted into; its slug is its whole path. */
export default class Category extends CategorySchema {}
