/** Writes the views of the last seconds when a web process ends: after its last answer, before its database goes. */
export default class ProductViewsProvider {
  async shutdown() {
    const { writeLastViews } = await import('#app/catalogue/products/product_views')
    await writeLastViews()
  }
}
