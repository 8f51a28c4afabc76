import { defineConfig } from 'vite';

export default defineConfig({
  // The page itself is answered at /graphql, so its files are named from the root.
  base: '/graphiql/',
  build: {
    outDir: '../CreatorCRM.Server/wwwroot/graphiql',
    emptyOutDir: true,
    target: 'es2022',
    // Monaco is one large chunk by nature; it is loaded after the page has been drawn.
    chunkSizeWarningLimit: 4000,
    // React's "use client" marks mean nothing in a page without a server side.
    rolldownOptions: { onLog: (level, log, show) => log.code === 'MODULE_LEVEL_DIRECTIVE' || show(level, log) },
  },
  worker: { format: 'es' },
  // `npm run dev` talks to a server that runs beside it.
  server: { proxy: { '/graphql': { target: 'http://localhost:5080', ws: true } } },
});
