import { visit } from '@hotwired/turbo'

/** A form that nobody leaves with unsaved changes by accident; Ctrl S saves it. */
class Dirty extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form')
    // What was typed before a login that had ended is not saved yet.
    this.saved = this.#isKept ? '' : this.#values()
    this.#compare()
    this.form.addEventListener('input', () => this.#compare())
    this.form.addEventListener('reset', () => setTimeout(() => this.#compare()))
    this.form.addEventListener('submit', () => this.removeAttribute('changed'))
    this.onLeave = (event) => this.#leave(event)
    this.onKey = (event) => this.#key(event)
    addEventListener('beforeunload', this.onLeave)
    document.addEventListener('turbo:before-visit', this.onLeave)
    document.addEventListener('keydown', this.onKey)
  }

  disconnectedCallback() {
    removeEventListener('beforeunload', this.onLeave)
    document.removeEventListener('turbo:before-visit', this.onLeave)
    document.removeEventListener('keydown', this.onKey)
  }

  get #isKept() {
    const kept = document.querySelector('[data-kept]')
    return kept !== null && kept.dataset.kept === this.form.getAttribute('action')
  }

  #values() {
    return JSON.stringify(
      [...new FormData(this.form)].map(([name, value]) => [name, String(value)])
    )
  }

  #compare() {
    this.toggleAttribute('changed', this.#values() !== this.saved)
  }

  #leave(event) {
    if (!this.hasAttribute('changed')) return
    event.preventDefault()
    if (event.type === 'turbo:before-visit') this.#ask(event.detail.url)
  }

  #ask(url) {
    const dialog = document.querySelector('#leave')
    dialog.showModal()
    dialog.onclose = () => {
      if (dialog.returnValue !== 'leave') return
      this.removeAttribute('changed')
      visit(url)
    }
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
    event.preventDefault()
    this.form.requestSubmit()
  }
}

customElements.define('x-dirty', Dirty)
