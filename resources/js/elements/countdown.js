/** `<x-countdown until="…">1:25</x-countdown>`: hours, minutes and seconds until then. */
class Countdown extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.#tick(), 1_000)
    this.#tick()
  }

  disconnectedCallback() {
    clearInterval(this.timer)
  }

  #tick() {
    const seconds = Math.max(
      0,
      Math.floor((Date.parse(this.getAttribute('until')) - Date.now()) / 1_000)
    )
    const [minutes, hours] = [Math.floor(seconds / 60) % 60, Math.floor(seconds / 3_600)]
    this.textContent = [hours, minutes, seconds % 60]
      .map((part, index) => (index ? String(part).padStart(2, '0') : part))
      .join(':')
    if (seconds === 0) clearInterval(this.timer)
  }
}

customElements.define('x-countdown', Countdown)
