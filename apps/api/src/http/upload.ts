import { Refusal, exhibit } from '@fundguard/domain';
import type { BlobStore, StoredBlob } from '@fundguard/persistence';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';

/** What may be handed in, and what its first bytes must then be. Plain text has no signature. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['application/pdf'],
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png'],
  'audio/mpeg': ['audio/mpeg'],
  'video/mp4': ['video/mp4'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/zip',
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/zip',
  ],
  'text/plain': [],
  'text/csv': [],
};

export type Uploaded = StoredBlob & { readonly name: string; readonly mediaType: string };

export const ApiUpload = () =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    }),
  );

/** Takes the file of a request in, under its hash, or says why not. */
export async function upload(request: FastifyRequest, blobs: BlobStore): Promise<Uploaded> {
  const part = await request.file();
  if (!part) throw refuse('evidence.no-file', '请选择文件', 'no file was sent');
  const name = exhibit.shape.name.safeParse(part.filename);
  if (!name.success)
    throw refuse(
      'evidence.name',
      '文件名为空、过长或含有无法识别的字符',
      'the file name is empty, too long or no text',
    );
  const stored = await blobs.put(part.file, async (head) => {
    if (part.file.truncated) throw refuse('evidence.too-large', '文件超过大小上限', 'the file is over the size limit');
    await refuseLies(part.mimetype, head);
  });
  return { ...stored, name: name.data, mediaType: part.mimetype };
}

/** Hands a stored file out as it came in. */
export const sendFile = async (
  reply: FastifyReply,
  blobs: BlobStore,
  { name, mediaType, sha256 }: Pick<Uploaded, 'name' | 'mediaType' | 'sha256'>,
): Promise<void> => {
  await reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-sha256', sha256)
    .send(blobs.get(sha256));
};

/** A file is what its bytes say, not what its sender says. */
async function refuseLies(declared: string, head: Buffer): Promise<void> {
  const allowed = ACCEPTED[declared];
  if (!allowed)
    throw refuse(
      'evidence.type-not-accepted',
      `不接受 ${declared} 类型的文件`,
      `${declared} is not accepted as evidence`,
    );
  if (head.length === 0) throw refuse('evidence.empty', '文件为空', 'the file is empty');
  const actual = (await fileTypeFromBuffer(head))?.mime;
  const honest =
    allowed.length === 0 ? actual === undefined && !head.includes(0) : actual !== undefined && allowed.includes(actual);
  if (!honest) {
    throw refuse(
      'evidence.type-mismatch',
      `文件内容与声明的类型 ${declared} 不符`,
      `the bytes are not ${declared} but ${actual ?? 'something else'}`,
    );
  }
}

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', code, { zh, en }, { field: 'file' });
