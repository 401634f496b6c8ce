import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Empty, Grid } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { StateTag } from '../parts/StateTag';
import { useKeys } from '../parts/useKeys';
import { Brief } from './Brief';
import { MatterList } from './MatterList';
import { SettledNotice } from './SettledNotice';
import { type Approving, UndoBar } from './UndoBar';
import './approvals.css';
import { type Matter, approvalsQuery } from './queries';
import { after, keyOf } from './selection';
import { dropUnsent, readUnsent } from './unsent';

/** 审批队列: what waits at the left, what one must know of it at the right, one matter after the other. */
export function ApprovalsPage() {
  const { t } = useTranslation(['approvals', 'shell']);
  const { at: asked } = useSearch({ from: '/app/approvals' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const { md: isWide = true } = Grid.useBreakpoint();
  const query = useInfiniteQuery(approvalsQuery);
  const [approving, setApproving] = useState<Approving>();
  const [failure, setFailure] = useState<{ readonly key: string; readonly error: unknown }>();

  const matters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const first = isWide && matters[0] ? keyOf(matters[0]) : undefined;
  const at = asked ?? first;
  // In the address at once: what is being read stays where it is when something more urgent comes in above it.
  useEffect(() => {
    if (!asked && first) void navigate({ to: '/approvals', search: { at: first }, replace: true });
  }, [asked, first, navigate]);
  const matter = matters.find((each) => keyOf(each) === at);
  const choose = (chosen: Matter | undefined) =>
    void navigate({ to: '/approvals', search: chosen ? { at: keyOf(chosen) } : {}, replace: isWide });
  const step = (by: number) => {
    const index = matters.findIndex((each) => keyOf(each) === at);
    const next = matters[index + by];
    if (next) choose(next);
  };
  useKeys({ J: () => step(1), K: () => step(-1) });

  if (query.error && !query.data) return <FailurePage error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <LoadingPage />;
  const total = query.data.pages[0]?.total ?? 0;
  const pending = approving && keyOf(approving.matter);
  const sent = () => {
    // Whoever went on reading meanwhile stays where they are.
    if (pending && at === pending) choose(isWide ? after(matters, pending) : undefined);
    setApproving(undefined);
  };
  const failed = (error: unknown) => {
    if (pending) setFailure({ key: pending, error });
    setApproving(undefined);
    void client.invalidateQueries();
  };
  const list = (
    <>
      <MatterList matters={matters} at={at} pending={pending} onChoose={choose} />
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('shell:more')}
        </Button>
      )}
    </>
  );
  return (
    <PageShell
      title={t('shell:place.approvals')}
      beside={<StateTag tone={total > 0 ? 'warning' : 'good'}>{t('left', { count: total })}</StateTag>}
      acts={at && isWide && <Steps onStep={step} />}
    >
      <Unsent />
      {matters.length === 0 && !at && <Empty description={t('empty')} />}
      <div className={at || matters.length > 0 ? 'approvals' : ''}>
        {(isWide || !at) && <div>{list}</div>}
        {at &&
          (matter ? (
            <Brief
              key={at}
              matter={matter}
              failure={failure?.key === at ? failure.error : undefined}
              isBusy={approving !== undefined}
              onApprove={setApproving}
              onBack={isWide ? undefined : () => choose(undefined)}
              onDone={() => choose(isWide ? after(matters, at) : undefined)}
            />
          ) : (
            <SettledNotice
              at={at}
              failure={failure?.key === at ? failure.error : undefined}
              onNext={() => choose(isWide ? matters[0] : undefined)}
            />
          ))}
      </div>
      {approving && (
        <UndoBar approving={approving} onUndo={() => setApproving(undefined)} onSent={sent} onFailure={failed} />
      )}
    </PageShell>
  );
}

function Steps({ onStep }: { readonly onStep: (by: number) => void }) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <Button onClick={() => onStep(-1)}>
        {t('keys.K')} <kbd>K</kbd>
      </Button>
      <Button onClick={() => onStep(1)}>
        {t('keys.J')} <kbd>J</kbd>
      </Button>
    </>
  );
}

/** The tab was closed while an approval counted down. */
function Unsent() {
  const { t } = useTranslation('approvals');
  const [title] = useState(readUnsent);
  if (!title) return null;
  return (
    <Alert
      type="warning"
      showIcon
      closable={{ onClose: dropUnsent }}
      title={t('undo.was-not-sent', { what: title })}
      style={{ marginBlockEnd: 16 }}
    />
  );
}
