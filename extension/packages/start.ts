// `npm run build:start`: what `npm start` shows, the extension for Chromium and the widgets.
import { binOf, runNode } from './run-node.ts'

const extension = runNode(binOf('wxt'), 'build', '-b', 'chrome', '--mv3')
const done = extension.ok ? runNode('widgets/build.ts') : extension
if (!done.ok) {
  console.error(done.detail)
  process.exitCode = 1
}
