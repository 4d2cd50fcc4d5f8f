import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** GraphiQL's style sheet carries its fonts as data: addresses, which a strict CSP refuses; system fonts do as well. */
const withoutEmbeddedFonts = (): Plugin => ({
  name: 'without-embedded-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/graphiql/') || !id.endsWith('.css')) return null;
    return { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null };
  },
});

export default defineConfig({
  base: './',
  plugins: [withoutEmbeddedFonts(), react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Every browser that runs es2022 knows modulepreload.
    modulePreload: { polyfill: false },
    // GraphiQL's own chunk; it loads after the page has taken the token out of its address.
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      output: {
        // One chunk for the editor, instead of one for each of GraphiQL's thirty small imports.
        manualChunks: (id) => (/\/node_modules\/codemirror(-graphql)?\//.test(id) ? 'editor' : undefined),
      },
    },
  },
});
