import { Refusal, exhibit } from '@fundguard/domain';
import type { BlobStore, StoredBlob } from '@fundguard/persistence';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asFile } from './download.js';
import { refuseLies } from './file-kind.js';

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
  await asFile(reply, mediaType, name).header('x-sha256', sha256).send(blobs.get(sha256));
};

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', code, { zh, en }, { field: 'file' });
