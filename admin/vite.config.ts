import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Served by the server at /app/ with the index page as fallback. The policy of the pages is `default-src 'self'`,
// so nothing may be inlined: no data: assets, no preload polyfill, no <style> elements made by script.
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), tailwind()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What changes only with a version: a chunk of its own that browsers keep over our releases.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|zod|@tanstack\/(?!react-virtual|virtual-core)[\w-]+)\//,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5180,
    proxy: {
      '/api': process.env.LANTOA_API ?? 'http://127.0.0.1:3000',
      '/files': process.env.LANTOA_API ?? 'http://127.0.0.1:3000',
    },
  },
});
