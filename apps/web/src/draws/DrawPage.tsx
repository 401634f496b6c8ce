import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { App, Button, Card, Col, Descriptions, Flex, Row, Steps, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { useLive } from '../api/live';
import { problemOf } from '../api/problem';
import { DisciplineTab } from '../groups/DisciplineTab';
import { download } from '../parts/download';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { instantText } from '../parts/time';
import { DrawnTable } from './DrawnTable';
import { DrawStatusTag } from './DrawStatusTag';
import { ExcludedPicker } from './ExcludedPicker';
import { type Draw, drawFileOf, drawQuery } from './queries';
import { Teams } from './Teams';

const STEP: Readonly<Record<Draw['status'], number>> = { committed: 1, drawn: 2, published: 3, cancelled: 1 };
const MAIN = new Set(['makeDraw', 'publishDraw']);

/** One draw: what was locked before it, what came out, and its file for whoever wants to do it again. */
export function DrawPage() {
  const { id: campaign, draw: id } = useParams({ from: '/app/campaigns/$id/draws/$draw' });
  const { data: draw, error, refetch } = useQuery(drawQuery(id));
  if (problemOf(error)?.code === 'discipline.unacknowledged') return <FirstDiscipline campaign={campaign} />;
  if (error && !draw) return <FailurePage error={error} again={() => void refetch()} />;
  return draw ? <OneDraw draw={draw} /> : <LoadingPage />;
}

/** Who was drawn is not public yet: whoever wants to see it acknowledges first what inspectors have to keep. */
function FirstDiscipline({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('draws');
  return (
    <PageShell title={t('discipline-first')}>
      <DisciplineTab campaign={campaign} />
    </PageShell>
  );
}

function OneDraw({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation('draws');
  const { id } = draw;
  useLive(draw.campaign);
  return (
    <PageShell
      title={draw.name}
      beside={<DrawStatusTag status={draw.status} />}
      acts={
        <Flex wrap gap="small" align="center">
          <Link to="/campaigns/$id/draws" params={{ id: draw.campaign }}>
            {t('all')}
          </Link>
          {draw.drawn !== null && <TakeFile draw={draw} />}
        </Flex>
      }
    >
      <Steps
        size="small"
        responsive
        current={STEP[draw.status]}
        status={draw.status === 'cancelled' ? 'error' : 'process'}
        style={{ marginBlockEnd: 16 }}
        items={(['lock', 'draw', 'publish'] as const).map((step) => ({
          title: t(`step.${step}.title`),
          content: t(`step.${step}.note`),
        }))}
      />
      {draw.acts.length > 0 && (
        <ActList
          namespace="draws"
          id={id}
          version={draw.version}
          offers={draw.acts}
          propsOf={(act) => ({
            danger: act === 'cancelDraw',
            ...(MAIN.has(act) ? { type: 'primary' as const } : {}),
            ...(act === 'excludeFromDraw' ? { controls: { excluded: <ExcludedPicker draw={draw} /> } } : {}),
          })}
        />
      )}
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={12}>
          <Locked draw={draw} />
        </Col>
        <Col xs={24} xl={12}>
          <Strata draw={draw} />
        </Col>
      </Row>
      {draw.teams && draw.teams.length > 0 && <Teams teams={draw.teams} />}
      {draw.drawn !== null && <DrawnTable id={id} hasTeams={(draw.teams ?? []).length > 0} />}
    </PageShell>
  );
}

/** What cannot be changed any more, and by what it is known. */
function Locked({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation('draws');
  const hash = (text: string) => (
    <Typography.Text copyable className="break" style={{ fontFamily: 'monospace', fontSize: 12 }}>
      {text}
    </Typography.Text>
  );
  return (
    <Card size="small" title={t('locked')}>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'at', label: t('committed-at'), children: instantText(draw.committedAt) },
          { key: 'list', label: t('list-hash'), children: hash(draw.listHash) },
          { key: 'secret', label: t('commitment'), children: hash(draw.commitment) },
          {
            key: 'seats',
            label: t('drums'),
            children: t('drums-hold', { candidates: draw.candidates, ...draw.seats }),
          },
          ...(draw.witness
            ? [
                {
                  key: 'witness',
                  label: t('witness'),
                  children: <span className="break">{`${draw.witness.name}：${draw.witness.words}`}</span>,
                },
              ]
            : []),
          ...draw.exclusions.map(({ id, name, reason }) => ({
            key: `exclusion ${id}`,
            label: t('excluded'),
            children: <span className="break">{`${name}：${reason}`}</span>,
          })),
        ]}
      />
    </Card>
  );
}

function Strata({ draw: { strata } }: { readonly draw: Draw }) {
  const { t } = useTranslation('draws');
  return (
    <Card size="small" title={t('strata')}>
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={strata}
        columns={[
          { key: 'name', title: t('stratum'), dataIndex: 'name', className: 'break' },
          { key: 'fitting', title: t('fitting'), align: 'right', dataIndex: 'fitting' },
          { key: 'wanted', title: t('wanted'), align: 'right', dataIndex: 'wanted' },
          { key: 'drawn', title: t('drawn-here'), align: 'right', render: (_, { drawn }) => drawn ?? '—' },
        ]}
      />
      <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
        {t('strata-note')}
      </Typography.Paragraph>
    </Card>
  );
}

function TakeFile({ draw: { id, name } }: { readonly draw: Draw }) {
  const { t } = useTranslation(['draws', 'shell']);
  const { message } = App.useApp();
  const take = async () => {
    try {
      const file = await drawFileOf(id);
      download(`${name}-${t('file-name')}.json`, new Blob([JSON.stringify(file)], { type: 'application/json' }));
    } catch {
      void message.error(t('file-failed'));
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} title={t('file-note')} onClick={() => void take()}>
      {t('file')}
    </Button>
  );
}
