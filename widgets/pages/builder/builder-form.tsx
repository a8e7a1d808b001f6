// The builder in the browser: every choice shows at once, and stands in the address, so that it can be sent to somebody.
import { signal } from '@preact/signals'
import { render } from 'preact'
import { LanguageContext } from '../../../shared/ui/language-context.ts'
import type { Bench, Choose, Wish } from './builder-data.ts'
import { Workbench } from './Workbench.tsx'

const place = document.getElementById('workbench')
const text = document.getElementById('bench')?.textContent

if (place && text) start(place, JSON.parse(text))

function start(
  where: HTMLElement,
  { bench, wish: first }: { readonly bench: Bench; readonly wish: Wish },
): void {
  const wish = signal(first)
  const choose: Choose = change => {
    const address = new URL(location.href)
    for (const [name, value] of Object.entries(change))
      if (value) address.searchParams.set(name, value)
      else address.searchParams.delete(name)
    // Another campaign has other agencies: the hub draws the page anew.
    if ('campaign' in change) return location.assign(address)
    wish.value = { ...wish.value, ...change }
    history.replaceState(null, '', address)
  }
  const App = () => (
    <LanguageContext.Provider value={bench.lang}>
      <Workbench bench={bench} wish={wish.value} choose={choose} />
    </LanguageContext.Provider>
  )
  where.replaceChildren()
  render(<App />, where)
}
