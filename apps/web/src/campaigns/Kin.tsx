import type { Schemas } from '@fundguard/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Descriptions, Flex, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../api/session';
import { said } from '../locales';
import { CampaignStatusTag } from './CampaignStatusTag';
import { type Campaign, kinQuery } from './queries';

type KinView = Schemas['CampaignKin'];
type Relative = NonNullable<KinView['parent']>;

/** 上下联动、子方案、回头看: what a campaign belongs to, what is carried out below it, and what looks back on what. */
export function Kin({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { data } = useQuery(kinQuery(campaign.id));
  const drafts = useDrafts(campaign);
  if (!data) return null;
  const named: readonly (readonly [string, ReactNode])[] = [
    ...(data.parent ? ([[t('kin.parent'), <Named key="parent" relative={data.parent} />]] as const) : []),
    ...(data.predecessor
      ? ([[t('kin.predecessor'), <Named key="before" relative={data.predecessor} />]] as const)
      : []),
    ...data.lookBacks.map((each) => [t('kin.look-backs'), <Named key={each.id} relative={each} />] as const),
  ];
  if (named.length === 0 && data.parts.length === 0 && drafts.length === 0) return null;
  return (
    <Card
      title={t('kin.title')}
      size="small"
      extra={
        <Flex wrap gap="middle">
          {drafts}
        </Flex>
      }
    >
      {named.length > 0 && (
        <Descriptions
          column={1}
          size="small"
          items={named.map(([label, children], key) => ({ key, label, children }))}
        />
      )}
      {data.parts.length > 0 && <Parts parts={data.parts} />}
    </Card>
  );
}

function Named({ relative: { id, name, status } }: { readonly relative: Relative }) {
  return (
    <Flex wrap gap="small" align="center">
      <Link to="/campaigns/$id" params={{ id }} className="break">
        {name}
      </Link>
      <CampaignStatusTag status={status} />
    </Flex>
  );
}

/** By region, as the regions stand; never ranked. */
function Parts({ parts }: { readonly parts: KinView['parts'] }) {
  const { t } = useTranslation('campaigns');
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      title={() => t('kin.parts')}
      dataSource={parts}
      columns={[
        { title: t('kin.region'), render: (_, { regionName }) => said(regionName) },
        { title: t('kin.name'), render: (_, part) => <Named relative={part} /> },
        { title: t('kin.settled'), render: (_, { settled, owed }) => `${settled}/${owed}` },
        { title: t('kin.overdue'), dataIndex: 'overdue' },
        { title: t('kin.problems'), render: (_, { struckOff, problems }) => `${struckOff}/${problems}` },
      ]}
    />
  );
}

/** What a coordinator may draft from here: the own plan under a superior's campaign, a sub-plan, or a look-back. */
function useDrafts({ id, region, status }: Campaign): ReactNode[] {
  const { t } = useTranslation('campaigns');
  const may = useMay();
  const { region: own } = useSession().person;
  if (!may('campaign.coordinate')) return [];
  const isOn = status === 'approved' || status === 'running' || status === 'paused' || status === 'summingUp';
  const link = (search: { parent?: string; predecessor?: string }, text: string) => (
    <Link key={text} to="/campaigns/new" search={search}>
      {text}
    </Link>
  );
  return [
    ...(isOn ? [link({ parent: id }, t(own === region ? 'kin.draft-part' : 'kin.draft-below'))] : []),
    ...(status === 'draft' || status === 'approved' ? [] : [link({ predecessor: id }, t('kin.draft-look-back'))]),
  ];
}
