import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** Charts are drawn on no page of an inspection. */
const NOT_OFFLINE = /\/(Plot|Chart)-/;

/** The worker of the pages under /visits, with the list of what was built; its version changes whenever that does. */
const visitsWorker = () => ({
  name: 'visits-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const assets = Object.keys(bundle)
      .filter((name) => /^assets\/.*\.(js|css)$/.test(name) && !NOT_OFFLINE.test(name))
      .map((name) => `/${name}`)
      .sort();
    const worker = readFileSync(new URL('worker/visits-worker.js', import.meta.url), 'utf8');
    const version = createHash('sha256').update(JSON.stringify(assets)).update(worker).digest('hex').slice(0, 16);
    this.emitFile({
      type: 'asset',
      fileName: 'visits-worker.js',
      source: worker
        .replace('self.__ASSETS__', () => JSON.stringify(assets))
        .replace('self.__VERSION__', () => JSON.stringify(version)),
    });
  },
});

export default defineConfig({
  // Once when it is built, not at every delivery.
  plugins: [
    react(),
    visitsWorker(),
    compression({ include: /assets\/.*\.(js|css)$|\.svg$/, algorithms: ['gzip', 'brotliCompress'], threshold: 1_024 }),
  ],
  resolve: { conditions: ['source'] },
  build: { target: 'es2023', reportCompressedSize: false, chunkSizeWarningLimit: 1_500 },
  // `npm start` beside it: the page is served from here, everything else by the product.
  server: { proxy: { '/api': process.env['FUNDGUARD_URL'] ?? 'http://localhost:3000' } },
});
