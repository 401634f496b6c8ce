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
  fastify.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    void reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html', folder, { cacheControl: false });
  });
}
