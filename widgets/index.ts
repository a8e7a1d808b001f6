// The door of the widgets' script: the list of elements, defined once, safely twice.
import { NhipsoBoard } from './elements/nhipso-board.ts'
import { NhipsoScore } from './elements/nhipso-score.ts'
import { NhipsoTargets } from './elements/nhipso-targets.ts'
import { NhipsoTicker } from './elements/nhipso-ticker.ts'
import { NhipsoTrend } from './elements/nhipso-trend.ts'

const ELEMENTS = {
  'nhipso-score': NhipsoScore,
  'nhipso-board': NhipsoBoard,
  'nhipso-trend': NhipsoTrend,
  'nhipso-targets': NhipsoTargets,
  'nhipso-ticker': NhipsoTicker,
}

for (const [tag, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
