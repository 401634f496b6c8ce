import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ name: 'notification' })
@Unique('notification_once', ['fileId', 'cause', 'addressee'])
@Index('notification_inbox', ['addressee', 'id'])
@Index('notification_unplanned', ['id'], { where: 'not planned' })
export class NotificationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'notification_pkey' })
  id!: string;

  @Column({ name: 'file_id', type: 'uuid' })
  fileId!: string;

  @Column({ type: 'text' })
  cause!: string;

  @Column({ type: 'text' })
  addressee!: string;

  @Column({ type: 'text' })
  region!: string;

  @Column({ name: 'subject_zh', type: 'text' })
  subjectZh!: string;

  @Column({ name: 'subject_en', type: 'text' })
  subjectEn!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  due!: Date | null;

  @Column({ name: 'recalled_at', type: 'timestamptz', nullable: true })
  recalledAt!: Date | null;

  @Column({ type: 'boolean', default: false })
  planned!: boolean;
}
