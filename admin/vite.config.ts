import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

/**
 * A light page: built beside the app, into a folder of its own, and apart from it. As a second entry of one build it would
 * share the app's chunks, and a phone would fetch six files for what fits in two.
 */
function lightPage(name: string, worker?: string): Plugin {
  let outDir = '';
  const folder = path.join(import.meta.dirname, name);
  const entries = { index: path.join(folder, 'index.html'), ...(worker && { worker: path.join(folder, worker) }) };
  return {
    name: `${name}-page`,
    apply: 'build',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir, name);
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: folder,
        base: `/app/${name}/`,
        publicDir: false,
        logLevel: 'warn',
        plugins: worker ? [workerKnowsFiles(`/app/${name}/`)] : [],
        build: {
          outDir,
          emptyOutDir: true,
          target: 'es2022',
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          reportCompressedSize: false,
          rolldownOptions: {
            input: entries,
            output: {
              entryFileNames: ({ name: entry }) => (entry === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
            },
          },
        },
      });
    },
  };
}

/** Writes into the service worker which files it keeps, and one key for all of them: another file, another worker. */
function workerKnowsFiles(base: string): Plugin {
  return {
    name: 'worker-knows-files',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const key = createHash('sha256').update(files.sort().join()).digest('hex').slice(0, 12);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.fileName !== 'worker.js') continue;
        chunk.code = chunk.code
          .replace('KEPT_FILES', JSON.stringify(files.map((name) => base + name)))
          .replace('RELEASE_KEY', JSON.stringify(key));
      }
    },
  };
}

/**
 * Icons that the frame of the app shows at once. Pages use some of them too, so each would be a file of its own that costs more in the
 * asking than in its bytes: together they are one.
 */
function frameIcons(): RegExp {
  const frame = ['navigation.ts', 'top-bar.tsx', 'rail.tsx', 'inbox.tsx', 'notice-line.tsx', 'unit-switcher.tsx'];
  const text = frame.map((name) => readFileSync(path.join(import.meta.dirname, 'app', name), 'utf8')).join('');
  const names = [...text.matchAll(/lucide-react\/icons\/([\w-]+)/g)].map(([, name]) => name);
  return new RegExp(`lucide-react/dist/esm/icons/(${names.join('|')})\\.mjs`);
}

// Served by the server at /app/ with the index page as fallback. The policy of the pages is `default-src 'self'`,
// so nothing may be inlined: no data: assets, no preload polyfill, no <style> elements made by script.
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), tailwind(), lightPage('answer'), lightPage('write', 'worker.ts')],
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
            { name: 'icons', test: frameIcons() },
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
