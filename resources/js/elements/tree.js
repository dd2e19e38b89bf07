/**
 * A tree in a table whose rows are dragged: onto a row to stand under it, to its edge to stand beside
 * it. The drop sends the form `data-place`, which only those who may have; buttons do the same without
 * a mouse.
 */
class Tree extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form[data-place]')
    if (!this.form) return
    for (const row of this.rows) row.draggable = true
    this.addEventListener('dragstart', (event) => this.#start(event))
    this.addEventListener('dragover', (event) => this.#over(event))
    this.addEventListener('drop', (event) => this.#drop(event))
    this.addEventListener('dragend', () => this.#end())
  }

  get rows() {
    return [...this.querySelectorAll('tbody tr')]
  }

  #start(event) {
    this.dragged = event.target.closest('tbody tr')
    this.dragged.dataset.dragged = ''
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', this.dragged.dataset.slug)
  }

  #over(event) {
    const row = this.#targetOf(event)
    for (const other of this.rows) if (other !== row) delete other.dataset.drop
    if (!row) return
    event.preventDefault()
    row.dataset.drop = edgeOf(row, event.clientY)
  }

  #drop(event) {
    const row = this.#targetOf(event)
    if (!row) return
    event.preventDefault()
    const { parent, position } = this.#placeAt(row, edgeOf(row, event.clientY))
    this.form.action = `${location.pathname}/${this.dragged.dataset.id}/places`
    this.form.elements.parent.value = parent
    this.form.elements.position.value = position
    this.#end()
    this.form.requestSubmit()
  }

  #end() {
    for (const row of this.rows) {
      delete row.dataset.drop
      delete row.dataset.dragged
    }
    this.dragged = undefined
  }

  /** The row under the mouse, unless it is what is dragged or below that. */
  #targetOf({ target }) {
    const row = target.closest('tbody tr')
    const own = this.dragged?.dataset.slug
    if (!row || own === undefined) return undefined
    return row.dataset.slug === own || row.dataset.slug.startsWith(`${own}/`) ? undefined : row
  }

  /** Places count from 0 among those that stay. */
  #placeAt(row, edge) {
    const siblingsOf = (parent) =>
      this.rows.filter((one) => one.dataset.parent === parent && one !== this.dragged)
    const { slug, parent } = row.dataset
    if (edge === 'inside') return { parent: slug, position: siblingsOf(slug).length }
    const at = siblingsOf(parent).indexOf(row)
    return { parent, position: edge === 'before' ? at : at + 1 }
  }
}

/** A quarter of a row at its edges is beside it. */
function edgeOf(row, y) {
  const { top, height } = row.getBoundingClientRect()
  const share = (y - top) / height
  if (share < 0.25) return 'before'
  return share > 0.75 ? 'after' : 'inside'
}

customElements.define('x-tree', Tree)
