// The pages that the hub serves, as one plain module with everything in it: the hub's source knows no JSX.
import { defineConfig } from 'vite'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { noExternal: true },
  build: {
    ssr: 'widgets/pages/render.tsx',
    outDir: 'dist/render',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    cssTarget: ['chrome109', 'firefox115', 'safari16'],
    cssMinify: true,
    rolldownOptions: { output: { entryFileNames: 'render.js' } },
  },
})
