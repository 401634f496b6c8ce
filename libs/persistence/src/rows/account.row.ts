import type { PartnerAuthority, Role } from '@fundguard/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { RegionRow } from './region.row.js';
import { UnitRow } from './unit.row.js';

@Entity({ name: 'account' })
@Check(
  'account_partner_known',
  `partner in ('police', 'discipline', 'health', 'marketSupervision', 'drugSupervision', 'audit', 'judiciary')`,
)
@Unique('account_login_key', ['login'])
export class AccountRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'account_pkey' })
  id!: string;

  @Column({ type: 'text' })
  login!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  @Column({ type: 'text' })
  @ForeignKey(() => RegionRow, { name: 'account_region_fkey' })
  region!: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  @ForeignKey(() => UnitRow, { name: 'account_unit_id_fkey' })
  unitId!: string | null;

  @Column({ type: 'text', nullable: true })
  partner!: PartnerAuthority | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;

  @Column({ type: 'boolean', default: false })
  demo!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
