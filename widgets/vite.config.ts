// The widgets' script: one classic file that minds its own business on any page (no module, no AMD, no global).
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    outDir: 'dist/widgets',
    emptyOutDir: true,
    copyPublicDir: false,
    target: ['chrome109', 'firefox115', 'safari16'],
    lib: { entry: 'widgets/index.ts', formats: ['iife'], name: 'nhipso', fileName: () => 'nhipso.js' },
  },
})
