import path from 'node:path';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

/**
 * The light answer page: built beside the app, into `answer/` of the same folder, and apart from it. As a second entry of
 * one build it would share the app's chunks, and a phone would fetch six files for what fits in two.
 */
function answerPage(): Plugin {
  let outDir = '';
  return {
    name: 'answer-page',
    apply: 'build',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir, 'answer');
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: path.join(import.meta.dirname, 'answer'),
        base: '/app/answer/',
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir,
          emptyOutDir: true,
          target: 'es2022',
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          reportCompressedSize: false,
        },
      });
    },
  };
}

// Served by the server at /app/ with the index page as fallback. The policy of the pages is `default-src 'self'`,
// so nothing may be inlined: no data: assets, no preload polyfill, no <style> elements made by script.
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), tailwind(), answerPage()],
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
