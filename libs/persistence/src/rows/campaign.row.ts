import type { CampaignFile, PlanTemplate } from '@fundguard/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegionRow } from './region.row.js';

@Entity({ name: 'campaign' })
@Index('campaign_region', ['region', 'id'])
@Index('campaign_parent', ['parentId'], { where: 'parent_id is not null' })
@Index('campaign_predecessor', ['predecessorId'], { where: 'predecessor_id is not null' })
export class CampaignRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'campaign_pkey' })
  id!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => RegionRow, { name: 'campaign_region_fkey' })
  region!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'start_on', type: 'date' })
  startOn!: string;

  @Column({ name: 'end_on', type: 'date' })
  endOn!: string;

  @Column({ type: 'jsonb' })
  plan!: PlanTemplate;

  @Column({ type: 'jsonb' })
  state!: CampaignFile;

  @Column({ type: 'bigint' })
  version!: number;

  @Column({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'bytea' })
  head!: Buffer;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  @ForeignKey(() => CampaignRow, { name: 'campaign_parent_id_fkey' })
  parentId!: string | null;

  @Column({ name: 'predecessor_id', type: 'uuid', nullable: true })
  @ForeignKey(() => CampaignRow, { name: 'campaign_predecessor_id_fkey' })
  predecessorId!: string | null;

  @Column({ type: 'bigint', default: 0 })
  announced!: number;
}
