import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Empty, Flex, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog, ActOpener } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { whyNot } from '../acts/why-not';
import { useLive } from '../api/live';
import { CaseClocks } from '../cases/CaseClocks';
import { type CaseFile, caseQuery } from '../cases/queries';
import { FailureAlert } from '../parts/Failure';
import { useKeys } from '../parts/useKeys';
import { TemplatedReason } from './TemplatedReason';

/** A key each: ask for filing, merge, hand over, turn down; and what a superior waits for. */
const DISPOSITIONS: Readonly<Partial<Record<ActName, string>>> = {
  requestFiling: 'F',
  mergeLead: 'M',
  forwardLead: 'T',
  rejectLead: 'X',
  answerAssignment: '',
};

/** 处置 of the lead that was chosen at the left. */
export function ChosenLead({ id }: { readonly id: string | undefined }) {
  const { t } = useTranslation('leads');
  if (!id)
    return (
      <Card size="small" title={t('chosen')}>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
      </Card>
    );
  return <Chosen key={id} id={id} />;
}

function Chosen({ id }: { readonly id: string }) {
  const { t } = useTranslation('leads');
  const { data: file, error } = useQuery(caseQuery(id));
  useLive(id);
  if (error && !file) return <FailureAlert error={error} />;
  if (!file) return <Skeleton active />;
  return (
    <Flex vertical gap="middle">
      <Card size="small" title={t('chosen')}>
        <Typography.Paragraph strong className="break">
          {file.title}
        </Typography.Paragraph>
        <Typography.Paragraph>
          <Link to="/cases/$id" params={{ id }}>
            {file.number} · {t('open-file')}
          </Link>
        </Typography.Paragraph>
        <Dispositions file={file} />
      </Card>
      <CaseClocks file={file} />
    </Flex>
  );
}

function Dispositions({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('leads');
  const [opened, setOpened] = useState<ActName>();
  const [isOpen, setOpen] = useState(false);
  const isToAnswer = file.assignment !== undefined && !file.assignment.answeredAt;
  const offers = file.acts.filter(({ act }) => act in DISPOSITIONS && (act !== 'answerAssignment' || isToAnswer));
  const withheldOf = (act: string) => whyNot(offers.find((each) => each.act === act)?.withheld);
  const open = (act: ActName) => {
    if (!offers.some((each) => each.act === act) || withheldOf(act) !== undefined) return;
    setOpened(act);
    setOpen(true);
  };
  useKeys({
    F: () => open('requestFiling'),
    M: () => open('mergeLead'),
    T: () => open('forwardLead'),
    X: () => open('rejectLead'),
  });
  const offerOf = (act: ActName) => ({
    ...{ act, id: file.id, version: file.version, withheld: withheldOf(act), danger: act === 'rejectLead' },
    controls: { reason: <TemplatedReason act={act} /> },
  });
  return (
    <section aria-label={t('acts.title')}>
      {offers.length === 0 && <Typography.Text type="secondary">{t('acts.none')}</Typography.Text>}
      <Flex vertical gap="small">
        {offers.map(({ act }) => (
          <Flex key={act} gap="small" align="center">
            <ActOpener offer={offerOf(act as ActName)} onOpen={() => open(act as ActName)} />
            {DISPOSITIONS[act as ActName] && <kbd>{DISPOSITIONS[act as ActName]}</kbd>}
          </Flex>
        ))}
      </Flex>
      {opened && <ActDialog offer={offerOf(opened)} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </section>
  );
}
