// The mark of a part that follows releases: the pages' script renews it, until it is final. It holds elements only.
import type { PageFrame } from '../../shared/wire/page.ts'

/** Attributes for the outermost element of such a part. */
export const livePart = ({ snapshot }: PageFrame): { readonly 'data-live': string } => ({
  'data-live': snapshot.final ? 'final' : 'on',
})
