import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 文件信息: number, issuer, dates and the rest of a campaign's own document; each version is a row nobody changes. */
export class CampaignDocuments1764000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table campaign_document (
        id uuid not null,
        version int not null constraint campaign_document_version_positive check (version > 0),
        campaign_id uuid not null references campaign,
        region text not null,
        facts jsonb not null,
        status text not null constraint campaign_document_status_known check (status in ('unissued', 'issued')),
        reason text,
        recorded_by uuid not null references account,
        recorded_at timestamptz not null,
        primary key (id, version),
        constraint campaign_document_versions unique (campaign_id, version)
      );
      grant select, insert on campaign_document to fundguard_app;
      revoke update, delete on campaign_document from fundguard_app;

      alter table campaign_document enable row level security;
      create policy campaign_document_by_region on campaign_document to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table campaign_document');
  }
}
