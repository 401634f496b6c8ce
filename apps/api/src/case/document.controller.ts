import { notFound } from '@fundguard/casework';
import { writeOfficial } from '@fundguard/documents';
import { type CaseFile, type OfficialDocument, type Person, documentOf } from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import type { Rulebook } from '@fundguard/rulebook';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { DOCX, sendDocx } from '../http/download.js';
import { idParam } from '../http/page.js';
import { DATABASE, RULEBOOK } from '../ports.js';
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
    @Inject(DATABASE) private readonly db: Database,
    @Inject(RULEBOOK) private readonly rulebook: Rulebook,
    @Inject(CaseReader) private readonly cases: CaseReader,
  ) {}

  @Get()
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(documentView) }) })
  async list(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    const file = await this.cases.file(me, id);
    const bureau = await this.bureauOf(file);
    const items = this.rulebook.documents.flatMap((template) => {
      const text = documentOf(template, file, bureau);
      const { name, certainty, source } = template;
      return text ? [{ id: template.id, nameZh: name.zh, nameEn: name.en, certainty, source, text }] : [];
    });
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
    const template = this.rulebook.documents.find((each) => each.id === which);
    const text: OfficialDocument | undefined = template && documentOf(template, file, await this.bureauOf(file));
    if (!text) throw notFound('document');
    await sendDocx(reply, `${file.number}${text.title}`, await writeOfficial(text));
  }

  /** 甲县 → 甲县医疗保障局. */
  private async bureauOf({ region }: CaseFile): Promise<string> {
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ name: string }>({ text: 'select name_zh as name from region where path = $1', values: [region] }),
    );
    return `${row?.name ?? ''}医疗保障局`;
  }
}
