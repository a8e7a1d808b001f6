// The same card from the same data, as somebody would write it with Lit: what the elements are measured against.
import { css, html, LitElement } from 'lit'

interface Cell {
  readonly name: { readonly vi: string }
  readonly score: number
  readonly rank: number
  readonly of: number
}

/** Where the script came from. */
const HUB = new URL(import.meta.url).origin

class TwinScore extends LitElement {
  #cell: Cell | undefined

  static override styles = css`
    :host { display: inline-block; inline-size: 240px; box-sizing: border-box; }
    .card { display: grid; min-block-size: 96px; padding: 8px 12px; border: 1px solid #c3d2d5; border-radius: 8px; font: 12px/1.2 system-ui; }
    .score { font-size: 28px; font-weight: 700; color: #0b6470; }
  `
  override connectedCallback(): void {
    super.connectedCallback()
    void this.load()
  }

  async load(): Promise<void> {
    const answer = await fetch(`${HUB}/api/v1/scores/${this.getAttribute('agency')}`)
    const { agencies }: { readonly agencies: readonly Cell[] } = await answer.json()
    this.#cell = agencies[0]
    this.requestUpdate()
  }

  override render() {
    if (!this.#cell) return html``
    const { name, score, rank, of } = this.#cell
    return html`<a class="card" href="#"><span>${name.vi}</span><span class="score">${(score / 10).toFixed(1).replace('.', ',')}</span><span>Hạng ${rank}/${of}</span></a>`
  }
}

customElements.define('twin-score', TwinScore)
