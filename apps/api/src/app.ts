import 'reflect-metadata';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type ApiParts, AppModule } from './app.module.js';
import { servePages } from './http/pages.js';
import { wire } from './http/wire.js';

const BODY_LIMIT = 1_000_000;
const EVIDENCE_LIMIT = 15_000_000;

/** The API over its parts, ready to listen. */
export async function createApi(
  parts: ApiParts,
  logger: false | ['error', 'warn'] = ['error', 'warn'],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: parts.trustProxy ?? 'loopback',
    return503OnClosing: false, // late requests are still answered, in our own words
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, { logger });
  app.setGlobalPrefix('api/v1');
  const fastify = app.getHttpAdapter().getInstance();
  fastify.setReplySerializer(wire);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The components write their styles into the page; no script can come in that way.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: EVIDENCE_LIMIT, files: 1, fields: 5 } });
  await app.register(rateLimit, { global: false });
  if (parts.webDir) await servePages(fastify, parts.webDir);
  SwaggerModule.setup('api/v1/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/v1/openapi.json' });
  return app;
}

/** OpenAPI, from the same schemas that validate. */
export const describeApi = (app: NestFastifyApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Fundguard 基金卫士')
      .setDescription('Enforcement campaigns of a medical-insurance bureau, and the cases that come out of them')
      .setVersion('1')
      .addCookieAuth('__Host-fundguard')
      .addBearerAuth()
      .build(),
  );
