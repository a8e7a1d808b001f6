// The door of the widgets' script: the list of elements, defined once, safely twice.
import { NhipsoScore } from './elements/nhipso-score.tsx'

const ELEMENTS = { 'nhipso-score': NhipsoScore }

for (const [tag, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
