// `npm run build:widgets`: the elements, the scripts of our own pages, and the pages themselves, one after the other.
import { build } from 'vite'

for (const name of ['vite', 'vite.builder', 'vite.live', 'vite.pages'])
  await build({ configFile: `widgets/${name}.config.ts` })
