import { type Platform, caseDocuments, notFound } from '@fundguard/casework';
import { writeOfficial } from '@fundguard/documents';
import type { Person } from '@fundguard/domain';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { DOCX, sendDocx } from '../http/download.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { CaseReader } from './case.reader.js';

const documentView = z
  .object({
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    certainty: z.string(),
    source: z.string(),
    text: z.object({
      title: z.string(),
      number: z.string(),
      addressee: z.string(),
      paragraphs: z.array(z.string()),
      signature: z.string(),
      date: z.string(),
    }),
  })
  .meta({ id: 'CaseDocument' });

/** 文书: what a case gives rise to, by the templates of the rulebook. The preview and the file are one text. */
@ApiTags('case')
@Controller('cases/:id/documents')
export class DocumentController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CaseReader) private readonly cases: CaseReader,
  ) {}

  @Get()
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(documentView) }) })
  async list(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    const found = await caseDocuments(this.platform, await this.cases.file(me, id));
    const items = found.map(({ template: { id: which, name, certainty, source }, text }) => ({
      ...{ id: which, nameZh: name.zh, nameEn: name.en, certainty, source, text },
    }));
    return { items };
  }

  @Get(':document/docx')
  @Requires('case.read')
  @ApiOperation({ operationId: 'downloadDocument' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: 'A .docx', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async docx(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('document') which: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.cases.file(me, id);
    const documents = await caseDocuments(this.platform, file);
    const text = documents.find(({ template }) => template.id === which)?.text;
    if (!text) throw notFound('document');
    await sendDocx(reply, `${file.number}${text.title}`, await writeOfficial(text));
  }
}
