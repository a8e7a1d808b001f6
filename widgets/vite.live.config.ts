// The script by which our own pages and frames follow new releases: tiny, so that a first load stays small.
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    outDir: 'dist/live',
    emptyOutDir: true,
    copyPublicDir: false,
    target: ['chrome109', 'firefox115', 'safari16'],
    lib: {
      entry: 'widgets/pages/follow-releases.ts',
      formats: ['iife'],
      name: 'live',
      fileName: () => 'live.js',
    },
  },
})
