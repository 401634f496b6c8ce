import type { FastifyReply } from 'fastify';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A .docx to keep; the name is without its ending. */
export async function sendDocx(reply: FastifyReply, name: string, content: unknown): Promise<void> {
  await reply
    .header('content-type', DOCX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`)
    .send(content);
}
