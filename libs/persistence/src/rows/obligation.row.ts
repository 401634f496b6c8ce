import type { ObligationStatus } from '@fundguard/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CampaignRow } from './campaign.row.js';
import { UnitRow } from './unit.row.js';

@Entity({ name: 'obligation' })
@Check('obligation_status_known', `status in ('open', 'submitted', 'accepted', 'returned', 'overdue', 'waived')`)
@Unique('obligation_once', ['campaignId', 'source', 'period', 'unitId'])
@Index('obligation_due', ['campaignId', 'dueAt', 'status'])
@Index('obligation_unit', ['unitId', 'dueAt'])
@Index('obligation_region', ['region', 'dueAt', 'id'])
@Index('obligation_roll_up', { synchronize: false })
export class ObligationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'obligation_pkey' })
  id!: string;

  @Column({ name: 'campaign_id', type: 'uuid' })
  @ForeignKey(() => CampaignRow, { name: 'obligation_campaign_id_fkey' })
  campaignId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  @ForeignKey(() => UnitRow, { name: 'obligation_unit_id_fkey' })
  unitId!: string;

  @Column({ type: 'text' })
  region!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'text', nullable: true })
  phase!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'text', default: 'open' })
  status!: ObligationStatus;

  @Column({ type: 'int', default: 1 })
  version!: number;

  @Column({ type: 'boolean', default: false })
  late!: boolean;

  @Column({ type: 'boolean', default: false })
  zero!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  report!: unknown;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  submittedBy!: string | null;

  @Column({ name: 'overdue_at', type: 'timestamptz', nullable: true })
  overdueAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text', nullable: true })
  receiver!: string | null;

  @Column({ type: 'text', nullable: true })
  form!: string | null;

  @Column({ name: 'received_at', type: 'timestamptz', nullable: true })
  receivedAt!: Date | null;

  @Column({ name: 'received_by', type: 'uuid', nullable: true })
  receivedBy!: string | null;
}
