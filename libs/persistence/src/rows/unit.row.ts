import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegionRow } from './region.row.js';

@Entity({ name: 'unit' })
@Check('unit_kind_known', `kind in ('bureau', 'agency', 'institution', 'pharmacy', 'partner', 'thirdParty')`)
@Check('unit_level_known', `level in ('3', '2', '1', 'none')`)
@Check('unit_ownership_known', `ownership in ('public', 'private')`)
@Index('unit_region', ['region', 'id'])
@Index('unit_code', ['code'], { unique: true })
@Index('unit_name', ['name'])
export class UnitRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unit_pkey' })
  id!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => RegionRow, { name: 'unit_region_fkey' })
  region!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ name: 'contact_email', type: 'text', nullable: true })
  contactEmail!: string | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  level!: string | null;

  @Column({ type: 'text', nullable: true })
  ownership!: string | null;
}
