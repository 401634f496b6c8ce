import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountRow } from './account.row.js';

@Entity({ name: 'session' })
@Index('session_account', ['accountId'])
export class SessionRow {
  /** SHA-256 of the token: a stolen table opens no session. */
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'session_pkey' })
  tokenHash!: Buffer;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => AccountRow, { name: 'session_account_id_fkey' })
  accountId!: string;

  @Column({ type: 'text' })
  csrf!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
