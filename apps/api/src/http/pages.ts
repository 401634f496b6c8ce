import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR = 365 * 24 * 3_600;

/**
 * The web pages. Assets carry their content's hash in the name and are kept for ever; every other address outside the API is
 * a place within the one page, which is asked for anew each time.
 */
export async function servePages(fastify: FastifyInstance, folder: string): Promise<void> {
  await fastify.register(files, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: YEAR * 1_000,
    preCompressed: true,
  });
  fastify.get('/shield.svg', (_request, reply) => reply.sendFile('shield.svg', folder));
  // What makes the inspection pages work without a connection; asked for anew each time, so that a new release is seen.
  for (const file of ['visits-worker.js', 'manifest.webmanifest'])
    fastify.get(`/${file}`, (_request, reply) => {
      void reply.header('cache-control', 'no-cache');
      return reply.sendFile(file, folder, { cacheControl: false });
    });
  fastify.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    void reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html', folder, { cacheControl: false });
  });
}
