// "DỮ LIỆU MẪU": stands wherever sample figures show.
import type { Language } from '../core/language.ts'
import { liveWords } from '../text/live.ts'

export const SampleMark = ({ lang }: { readonly lang: Language }) => (
  <strong class="sample-mark">{liveWords(lang).sample}</strong>
)
