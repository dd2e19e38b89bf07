/**
 * A part of a page that reads itself again while work goes on: `src` answers the part alone, `every`
 * is in seconds. It stops when an answer comes without `every`.
 */
class Live extends HTMLElement {
  connectedCallback() {
    this.#wait()
  }

  disconnectedCallback() {
    clearTimeout(this.timer)
  }

  #wait() {
    const seconds = Number(this.getAttribute('every'))
    if (seconds > 0) this.timer = setTimeout(() => this.#read(), seconds * 1_000)
  }

  async #read() {
    try {
      const answer = await fetch(this.getAttribute('src'), { headers: { 'X-Fragment': 'live' } })
      // The login has ended: its page is where the work goes on, and leads back here.
      if (answer.redirected) return location.reload()
      if (answer.ok) return this.#show(await answer.text())
    } catch {
      // The network is away: the next attempt is the answer.
    }
    this.#wait()
  }

  #show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('x-live')
    if (fresh) this.replaceWith(document.adoptNode(fresh))
  }
}

customElements.define('x-live', Live)
