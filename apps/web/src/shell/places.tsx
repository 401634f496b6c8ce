import {
  AuditOutlined,
  BellOutlined,
  CalculatorOutlined,
  CheckSquareOutlined,
  EnvironmentOutlined,
  FileExclamationOutlined,
  FlagOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  HourglassOutlined,
  ImportOutlined,
  PhoneOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  SolutionOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Permission } from '../api/session';

export interface Place {
  readonly key: string;
  readonly to: string;
  readonly icon: ReactNode;
  /** Any of these opens it. */
  readonly needs: readonly Permission[];
}

/** The main menu, in the order of the day's work; what somebody may not enter is not shown to them. */
export const PLACES: readonly Place[] = [
  { key: 'desk', to: '/desk', icon: <HomeOutlined />, needs: ['obligation.submit'] },
  {
    key: 'approvals',
    to: '/approvals',
    icon: <CheckSquareOutlined />,
    needs: ['case.approve', 'campaign.approve', 'case.review'],
  },
  { key: 'campaigns', to: '/campaigns', icon: <FlagOutlined />, needs: ['campaign.read'] },
  {
    key: 'visits',
    to: '/visits',
    icon: <EnvironmentOutlined />,
    needs: ['visit.inspect', 'visit.oversee', 'obligation.submit'],
  },
  { key: 'leads', to: '/leads', icon: <PhoneOutlined />, needs: ['lead.sort'] },
  { key: 'cases', to: '/cases', icon: <FolderOpenOutlined />, needs: ['case.read'] },
  { key: 'typical', to: '/typical-cases', icon: <ReadOutlined />, needs: ['publicity.read'] },
  { key: 'rules', to: '/rules', icon: <SafetyCertificateOutlined />, needs: ['rule.read'] },
  { key: 'pool', to: '/pool', icon: <SolutionOutlined />, needs: ['pool.keep', 'draw.read'] },
  { key: 'credit', to: '/credit', icon: <FileExclamationOutlined />, needs: ['points.read'] },
  { key: 'transfers', to: '/transfers', icon: <SwapOutlined />, needs: ['transfer.answer'] },
  { key: 'inbox', to: '/inbox', icon: <BellOutlined />, needs: ['inbox.read'] },
  { key: 'calculator', to: '/calculator', icon: <CalculatorOutlined />, needs: ['case.read'] },
  {
    key: 'jobs',
    to: '/jobs',
    icon: <HourglassOutlined />,
    needs: ['case.read', 'campaign.coordinate', 'obligation.review'],
  },
  { key: 'imports', to: '/imports', icon: <ImportOutlined />, needs: ['import.make'] },
  { key: 'record', to: '/record', icon: <AuditOutlined />, needs: ['record.verify'] },
  { key: 'system', to: '/system', icon: <SettingOutlined />, needs: ['account.manage', 'delivery.read'] },
];

export const placesFor = (permissions: readonly Permission[]): Place[] =>
  PLACES.filter(({ needs }) => needs.some((need) => permissions.includes(need)));
