import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

export default defineConfig({
  // Once when it is built, not at every delivery.
  plugins: [
    react(),
    compression({ include: /\.(js|css|svg)$/, algorithms: ['gzip', 'brotliCompress'], threshold: 1_024 }),
  ],
  resolve: { conditions: ['source'] },
  build: { target: 'es2023', reportCompressedSize: false, chunkSizeWarningLimit: 1_500 },
  // `npm start` beside it: the page is served from here, everything else by the product.
  server: { proxy: { '/api': process.env['FUNDGUARD_URL'] ?? 'http://localhost:3000' } },
});
