// The builder's own script: Preact and signals, on our page only.
import { defineConfig } from 'vite'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/builder',
    emptyOutDir: true,
    copyPublicDir: false,
    target: ['chrome109', 'firefox115', 'safari16'],
    lib: {
      entry: 'widgets/pages/builder/builder-form.tsx',
      formats: ['iife'],
      name: 'builder',
      fileName: () => 'builder.js',
    },
  },
})
