import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { NotificationRow } from './notification.row.js';

@Entity({ name: 'delivery' })
@Check('delivery_channel_known', `channel in ('email', 'webhook')`)
@Check('delivery_status_known', `status in ('waiting', 'sending', 'sent', 'failed', 'uncertain')`)
@Unique('delivery_once', ['notificationId', 'channel', 'target'])
@Index('delivery_due', ['nextAttemptAt'], { where: `status in ('waiting', 'sending')` })
export class DeliveryRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'delivery_pkey' })
  id!: string;

  @Column({ name: 'notification_id', type: 'uuid' })
  @ForeignKey(() => NotificationRow, { name: 'delivery_notification_id_fkey' })
  notificationId!: string;

  @Column({ type: 'text' })
  region!: string;

  @Column({ type: 'text' })
  channel!: 'email' | 'webhook';

  @Column({ type: 'text' })
  target!: string;

  @Column({ type: 'text', default: 'waiting' })
  status!: 'waiting' | 'sending' | 'sent' | 'failed' | 'uncertain';

  @Column({ type: 'int', default: 0 })
  attempts!: number;

  @Column({ name: 'next_attempt_at', type: 'timestamptz' })
  nextAttemptAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  error!: string | null;
}
