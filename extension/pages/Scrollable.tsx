// A table wider than the window is scrolled by keyboard, too.
import type { ComponentChildren } from 'preact'

/** A region for a table wider than its window, to be scrolled by keyboard as well. */
export function Scrollable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keyboard
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
