import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert, FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { ImportStatusTag } from './ImportStatusTag';
import { Mapping } from './Mapping';
import { Outcome } from './Outcome';
import { type Import, importQuery, useImportActs } from './queries';
import { Reading } from './Reading';

/** One import, from how its file is read to what came of it. */
export function ImportPage() {
  const { t } = useTranslation(['imports', 'shell']);
  const { id } = useParams({ from: '/app/imports/$id' });
  const { data: sheet, error, refetch } = useQuery(importQuery(id));
  const acts = useImportActs(id);
  if (error && !sheet) return <FailurePage error={error} again={() => void refetch()} />;
  if (!sheet) return <LoadingPage />;
  const { status, mine, committed } = sheet;
  const isOpen = mine && (status === 'mapped' || status === 'checked') && committed === 0;
  const failed = acts.set.error ?? acts.tried.error ?? acts.taken.error ?? acts.ended.error;
  return (
    <PageShell
      title={sheet.file}
      beside={<ImportStatusTag status={status} />}
      acts={
        mine &&
        status !== 'done' &&
        status !== 'cancelled' && (
          <Button onClick={() => acts.ended.mutate()} loading={acts.ended.isPending}>
            {t('cancel')}
          </Button>
        )
      }
    >
      <About sheet={sheet} />
      {failed && <FailureAlert error={failed} />}
      <Outcome sheet={sheet} taken={acts.taken} />
      <Reading sheet={sheet} isOpen={isOpen} set={acts.set} />
      {/* A new reading has new headings: what was chosen for the old ones is gone with them. */}
      <Mapping
        key={`${JSON.stringify(sheet.reading)} ${sheet.headingRow}`}
        sheet={sheet}
        isOpen={isOpen}
        tried={acts.tried}
      />
    </PageShell>
  );
}

function About({ sheet: { kind, campaign, campaignName, owner, sha256 } }: { readonly sheet: Import }) {
  const { t } = useTranslation(['imports', 'shell']);
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      style={{ marginBlockEnd: 16 }}
      items={[
        { key: 'kind', label: t('kind'), children: t(`kinds.${kind}`) },
        ...(campaign
          ? [
              {
                key: 'campaign',
                label: t('campaign'),
                children: (
                  <Link to="/campaigns/$id" params={{ id: campaign }} className="break">
                    {campaignName}
                  </Link>
                ),
              },
            ]
          : []),
        { key: 'owner', label: t('owner'), children: owner },
        {
          key: 'sha256',
          label: 'SHA-256',
          children: (
            <Typography.Text code copyable={{ text: sha256 }}>
              {sha256.slice(0, 16)}
            </Typography.Text>
          ),
        },
      ]}
    />
  );
}
