import { Link } from '@tanstack/react-router';
import { Collapse, Descriptions, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ClockLine } from '../cases/ClockLine';
import type { CaseFile } from '../cases/queries';
import { StageTag } from '../cases/StageTag';
import { said } from '../locales';
import { MoneyText } from '../parts/MoneyText';
import { StateTag } from '../parts/StateTag';
import { PenaltyExplained } from '../penalty/PenaltyExplained';
import type { Panel } from './Brief';
import { Exhibits } from './Exhibits';
import { Opinions } from './Opinions';
import type { Matter } from './queries';

interface Props {
  readonly matter: Matter;
  readonly file: CaseFile;
  readonly open: readonly Panel[];
  readonly onToggle: (panel: Panel) => void;
}

/** Who, what, how much, why, by when: on one screen. */
export function CaseBrief({ matter, file, open, onToggle }: Props) {
  const { t } = useTranslation(['approvals', 'domain', 'cases']);
  const transfer = file.transfers.find(({ id }) => id === matter.id);
  const reward = file.rewards?.find(({ id }) => id === matter.id);
  const isBeside = transfer !== undefined || reward !== undefined;
  const penalty = file.decision?.penalty ?? file.proposal?.penalty;
  const clock = file.clocks.find(({ due, of }) => due === matter.due && of === transfer?.id);
  const why = transfer?.grounds ?? reward?.grounds ?? file.proposal?.grounds;
  const items = [
    [t('who'), `${file.subject.name}（${t(`cases:subject.${file.subject.kind}`)}）`],
    ...(transfer ? [[t('domain:field.to'), t(`domain:value.to.${transfer.to}`)] as const] : []),
    ...(penalty && !isBeside ? [[t('what'), t(`domain:value.breach.${penalty.breach}`)] as const] : []),
    ...(penalty && !isBeside
      ? [
          [t('refund'), <MoneyText key="refund" fen={penalty.refund} inWords />] as const,
          [t('fine'), <Fine key="fine" penalty={penalty} />] as const,
        ]
      : []),
    ...(reward ? [[t('reward'), <RewardSum key="reward" reward={reward} />] as const] : []),
    ...(why ? [[t('why'), <Words key="why" text={why} />] as const] : []),
    [t('cases:source'), t(`domain:value.source.${file.source}`)],
    [t('handler'), file.people[file.handler] ?? ''],
    [t('due'), clock ? <ClockLine key="clock" clock={clock} /> : t('no-due')],
  ] as const;
  return (
    <>
      <Flex wrap gap="small" align="center" style={{ marginBlockEnd: 8 }}>
        <Typography.Title level={2} style={{ fontSize: 17, margin: 0 }} className="break">
          {file.title}
        </Typography.Title>
        <StageTag stage={file.stage} />
        <Link to="/cases/$id" params={{ id: file.id }}>
          {file.number}
        </Link>
      </Flex>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, lg: 2 }}
        style={{ marginBlockEnd: 12 }}
        items={items.map(([label, children]) => ({ key: String(label), label, children }))}
      />
      {matter.kind === 'closure' && <Checklist file={file} />}
      <Opinions id={file.id} />
      <Collapse
        size="small"
        style={{ marginBlockEnd: 12 }}
        activeKey={[...open]}
        onChange={(keys) => {
          for (const panel of ['evidence', 'calculation'] as const)
            if (keys.includes(panel) !== open.includes(panel)) onToggle(panel);
        }}
        items={[
          {
            key: 'evidence',
            label: t('evidence', { count: file.evidence.length }),
            extra: <kbd>E</kbd>,
            children: <Exhibits file={file} />,
          },
          ...(penalty
            ? [
                {
                  key: 'calculation',
                  label: t('calculation'),
                  extra: <kbd>C</kbd>,
                  children: <PenaltyExplained penalty={penalty} law={file.law} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

/** The amount, and each step by which it was computed. */
function RewardSum({ reward }: { readonly reward: NonNullable<CaseFile['rewards']>[number] }) {
  return (
    <>
      <MoneyText fen={reward.amount} inWords />
      {reward.explanation.map((line) => (
        <div key={line.zh}>
          <Typography.Text type="secondary">{said(line)}</Typography.Text>
        </div>
      ))}
    </>
  );
}

function Fine({ penalty }: { readonly penalty: NonNullable<NonNullable<CaseFile['proposal']>['penalty']> }) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <MoneyText fen={penalty.fine} inWords />
      <br />
      <Typography.Text type="secondary">
        {t('times', { multiple: penalty.multiple / 100 })} · {penalty.article}
      </Typography.Text>
    </>
  );
}

const Words = ({ text }: { readonly text: string }) => (
  <Typography.Paragraph className="break" ellipsis={{ rows: 3, expandable: true }} style={{ margin: 0 }}>
    {text}
  </Typography.Paragraph>
);

function Checklist({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  return (
    <Flex wrap gap="small" style={{ marginBlockEnd: 12 }}>
      {file.checklist.map(({ item, done }) => (
        <StateTag key={item.zh} tone={done ? 'good' : 'bad'}>
          {said(item)} {t(done ? 'done' : 'not-done')}
        </StateTag>
      ))}
    </Flex>
  );
}
