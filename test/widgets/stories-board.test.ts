import { storiesOf } from '../stories/sentences.ts'

storiesOf('board')
