import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity({ name: 'region' })
@Check('region_path_shape', `path ~ '^/([0-9]{6}/)*$'`)
@Check('region_level_known', `level in ('nation', 'province', 'city', 'county')`)
@Unique('region_code_key', ['code'])
export class RegionRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'region_pkey' })
  path!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh!: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn!: string;

  @Column({ type: 'text' })
  level!: string;
}
