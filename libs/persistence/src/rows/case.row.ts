import type { CaseFile } from '@fundguard/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountRow } from './account.row.js';
import { CampaignRow } from './campaign.row.js';
import { RegionRow } from './region.row.js';
import { UnitRow } from './unit.row.js';

@Entity({ name: 'case_file' })
@Index('case_file_region', ['region', 'id'])
@Index('case_file_stage', ['region', 'stage', 'id'])
@Index('case_file_handler', ['handler', 'id'])
@Index('case_file_words', { synchronize: false })
@Index('case_file_newest', { synchronize: false })
@Index('case_file_due', { synchronize: false })
@Index('case_file_campaign', { synchronize: false })
@Index('case_file_subject_unit', { synchronize: false })
@Index('case_file_subject_name', { synchronize: false })
@Index('case_file_merged_into', { synchronize: false })
@Index('case_file_assigned', { synchronize: false })
@Unique('case_file_number_key', ['number'])
export class CaseRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'case_file_pkey' })
  id!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => RegionRow, { name: 'case_file_region_fkey' })
  region!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  stage!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'subject_unit', type: 'uuid', nullable: true })
  @ForeignKey(() => UnitRow, { name: 'case_file_subject_unit_fkey' })
  subjectUnit!: string | null;

  @Column({ name: 'campaign_id', type: 'uuid', nullable: true })
  @ForeignKey(() => CampaignRow, { name: 'case_file_campaign_id_fkey' })
  campaignId!: string | null;

  @Column({ type: 'uuid' })
  @ForeignKey(() => AccountRow, { name: 'case_file_handler_fkey' })
  handler!: string;

  @Column({ name: 'next_due', type: 'timestamptz', nullable: true })
  nextDue!: Date | null;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'jsonb' })
  state!: CaseFile;

  @Column({ type: 'bigint' })
  version!: number;

  @Column({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'bytea' })
  head!: Buffer;

  @Column({ type: 'bigint', default: 0 })
  announced!: number;
}
