import { notFound, pinnedPlan } from '@fundguard/casework';
import { type Clock, type Person, dayOf, isOver, monthsBetween, volumeOwed, within } from '@fundguard/domain';
import { type BlobStore, type Database, EVERYWHERE, heldByMonth, volumesOf } from '@fundguard/persistence';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CampaignReader } from '../campaign/campaign.reader.js';
import { Me, Requires } from '../http/access.js';
import { DOCX, sendDocx } from '../http/download.js';
import { idParam } from '../http/page.js';
import { BLOBS, CLOCK_PORT, DATABASE } from '../ports.js';
import { volumesView } from './volume.views.js';

/** 检查清单装订成册、每月一册 (R-RPT-04), in one's own region's campaigns. Bound by a job, `bindVolume`. */
@ApiTags('inspection')
@Controller('campaigns/:id/volumes')
export class VolumeController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  /** Month by month, the newest first: what was held, and its editions. */
  @Get()
  @Requires('visit.oversee')
  @ApiOperation({ operationId: 'campaignVolumes' })
  @ApiOkResponse({ standardSchema: volumesView })
  async list(@Me() me: Person, @Param('id', { schema: idParam }) id: string): Promise<z.input<typeof volumesView>> {
    const { start, end } = await this.own(me, id);
    const today = dayOf(await this.clock.now());
    const { plan, held, volumes } = await this.db.within(EVERYWHERE, async (tx) => ({
      plan: await pinnedPlan(tx, id),
      held: new Map((await heldByMonth(tx, id)).map((each) => [each.month, each])),
      volumes: await volumesOf(tx, id),
    }));
    const months = new Set([...monthsBetween(start, end < today ? end : today), ...held.keys()]);
    return {
      owed: volumeOwed(plan) ?? null,
      items: [...months]
        .sort()
        .reverse()
        .map((month) => ({
          ...{ month, visits: held.get(month)?.visits ?? 0, open: held.get(month)?.open ?? 0 },
          isOver: isOver(month, today),
          editions: volumes
            .filter((each) => each.month === month)
            .map((each) => ({ ...each, boundAt: each.boundAt.toISOString() })),
        })),
    };
  }

  @Get(':volume/docx')
  @Requires('visit.oversee')
  @ApiOperation({ operationId: 'downloadVolume' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: 'A .docx', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async docx(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('volume', { schema: idParam }) volume: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.own(me, id);
    const volumes = await this.db.within(EVERYWHERE, (tx) => volumesOf(tx, id));
    const found = volumes.find((each) => each.id === volume);
    if (!found) throw notFound('volume');
    const { name, edition, sha256 } = found;
    await sendDocx(reply.header('x-sha256', sha256), `${name}第${edition}版`, this.blobs.get(sha256));
  }

  /** What a region above planned is not one's to read together. */
  private async own(me: Person, id: string) {
    const file = await this.campaigns.file(me, id);
    if (!within(file.region, me.region)) throw notFound('campaign');
    return file;
  }
}
