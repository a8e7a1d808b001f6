// "DỮ LIỆU MẪU": stands wherever sample figures show.
import { liveWords } from '../text/live.ts'
import { useLanguage } from './language-context.ts'

/** “Dữ liệu mẫu”: beside everything that is made of invented people. */
export const SampleMark = () => <strong class="sample-mark">{liveWords(useLanguage()).sample}</strong>
