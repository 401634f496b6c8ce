import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source'] },
  build: { target: 'es2023', reportCompressedSize: false, chunkSizeWarningLimit: 1_500 },
  // `npm start` beside it: the page is served from here, everything else by the product.
  server: { proxy: { '/api': process.env['FUNDGUARD_URL'] ?? 'http://localhost:3000' } },
});
