import { isKey } from './letters.js'

/** A list: rows picked by box, by shift, by keys; the bar of what to do with them counts along. */
class List extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => this.#pick(event))
    this.addEventListener('click', (event) => this.#click(event))
    this.onKey = (event) => this.#key(event)
    document.addEventListener('keydown', this.onKey)
    this.#count()
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey)
  }

  get boxes() {
    return [...this.querySelectorAll('tbody .pick .box')]
  }

  #pick({ target }) {
    if (target.matches('thead .box')) for (const box of this.boxes) box.checked = target.checked
    this.#count()
  }

  #click(event) {
    const box = event.target.closest('tbody .pick .box')
    if (box) {
      if (event.shiftKey && this.last) this.#pickRange(this.last, box)
      this.last = box
    }
    if (event.target.closest('[data-pick-none]')) this.#pickNone()
  }

  #pickNone() {
    for (const box of this.boxes) box.checked = false
    this.#count()
  }

  #pickRange(from, to) {
    const boxes = this.boxes
    const [first, last] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b)
    if (first >= 0) for (const box of boxes.slice(first, last + 1)) box.checked = to.checked
  }

  #count() {
    const picked = this.boxes.filter((box) => box.checked).length
    const all = this.querySelector('thead .box')
    if (all) {
      all.checked = picked > 0 && picked === this.boxes.length
      all.indeterminate = picked > 0 && !all.checked
    }
    for (const place of this.querySelectorAll('[data-picked]')) place.textContent = picked
  }

  #key(event) {
    if (!isKey(event)) return
    const rows = [...this.querySelectorAll('tbody tr')]
    const at = rows.findIndex((row) => 'active' in row.dataset)
    if (event.key === 'j') this.#activate(rows, at, at + 1)
    else if (event.key === 'k') this.#activate(rows, at, at - 1)
    else if (event.key === 'x') rows[at]?.querySelector('.pick .box')?.click()
    else if (event.key === '/') {
      event.preventDefault()
      this.querySelector('input[type=search]')?.focus()
    }
  }

  #activate(rows, from, to) {
    if (rows[from]) delete rows[from].dataset.active
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (!row) return
    row.dataset.active = ''
    row.scrollIntoView({ block: 'nearest' })
    row.querySelector('a')?.focus({ preventScroll: true })
  }
}

customElements.define('x-list', List)
