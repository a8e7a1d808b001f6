// Signs that the shipped font has no glyph for are drawn: what a page shows does not depend on the machine's fonts.
import type { ComponentChildren } from 'preact'

/**
 * Makes a function that draws the signs of a text in the text's colour. Reading programs pass over them.
 * @param paths what each sign looks like, in a box of ten by ten
 */
export const signDrawer =
  (paths: Readonly<Record<string, string>>) =>
  (text: string): ComponentChildren =>
    [...text].map(sign =>
      paths[sign] ? (
        <svg viewBox="0 0 10 10" width=".8em" height=".8em" fill="currentColor" aria-hidden="true">
          <path d={paths[sign]} />
        </svg>
      ) : (
        sign
      ),
    )
