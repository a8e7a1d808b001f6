// The widgets' script: one classic file that minds its own business on any page (no module, no AMD, no global).
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    outDir: 'dist/widgets',
    emptyOutDir: true,
    copyPublicDir: false,
    target: ['chrome109', 'firefox115', 'safari16'],
    // Terms that several surfaces share stand in the script as they are, not as variables: it must stay under 8 kB.
    rolldownOptions: { optimization: { inlineConst: true } },
    lib: { entry: 'widgets/index.ts', formats: ['iife'], name: 'nhipso', fileName: () => 'nhipso.js' },
  },
})
