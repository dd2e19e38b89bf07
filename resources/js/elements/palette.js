import { visit } from '@hotwired/turbo'

const PAUSE = 120

/** Ctrl K: parts, pages and everything else by a few letters; arrows choose, Enter opens. */
class Palette extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector('dialog')
    this.input = this.querySelector('input')
    this.answers = this.querySelector('.answers')
    this.input.addEventListener('input', () => this.#ask())
    this.input.addEventListener('keydown', (event) => this.#choose(event))
    this.onKey = (event) => this.#key(event)
    this.onFocus = (event) => this.#focus(event)
    document.addEventListener('keydown', this.onKey)
    document.addEventListener('focusin', this.onFocus)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey)
    document.removeEventListener('focusin', this.onFocus)
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return
    event.preventDefault()
    this.#open()
  }

  /** The field in the header is the palette for those who have no JavaScript. */
  #focus({ target }) {
    if (!target.matches('[data-palette]') || this.hasJustClosed) return
    target.blur()
    this.#open()
  }

  #open() {
    if (this.dialog.open) return
    this.dialog.showModal()
    this.input.select()
    this.#ask()
    this.dialog.onclose = () => {
      this.hasJustClosed = true
      setTimeout(() => (this.hasJustClosed = false), 50)
    }
  }

  #ask() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.#find(this.input.value), PAUSE)
  }

  async #find(words) {
    const found = await answersTo(words)
    if (words !== this.input.value) return
    if (found === undefined) this.answers.textContent = this.dataset.failed
    else this.answers.innerHTML = found
    this.#mark(0)
  }

  #choose(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      this.#mark(this.at + step)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = this.#links[this.at]
      if (!chosen) return
      this.dialog.close()
      visit(chosen.href)
    }
  }

  get #links() {
    return [...this.answers.querySelectorAll('a')]
  }

  #mark(at) {
    const links = this.#links
    this.at = Math.max(0, Math.min(links.length - 1, at))
    for (const [index, link] of links.entries()) {
      link.id = `answer-${index}`
      link.setAttribute('aria-selected', index === this.at)
    }
    this.input.setAttribute('aria-activedescendant', links[this.at]?.id ?? '')
    links[this.at]?.scrollIntoView({ block: 'nearest' })
  }
}

/** What was found; undefined when the network is away, the shop is busy, or the login has ended. */
async function answersTo(words) {
  try {
    const answer = await fetch(`/admin/palette?q=${encodeURIComponent(words)}`, {
      headers: { 'X-Fragment': 'answers' },
    })
    if (answer.ok && !answer.redirected) return await answer.text()
  } catch {
    // Told by its absence.
  }
}

customElements.define('x-palette', Palette)
