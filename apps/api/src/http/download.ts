import type { FastifyReply } from 'fastify';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What follows is a file to keep under this name, which may be Chinese (RFC 6266). */
export const asFile = (reply: FastifyReply, mediaType: string, name: string): FastifyReply =>
  reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);

/** A .docx to keep; the name is without its ending. */
export async function sendDocx(reply: FastifyReply, name: string, content: unknown): Promise<void> {
  await asFile(reply, DOCX, `${name}.docx`).send(content);
}
