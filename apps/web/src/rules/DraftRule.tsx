import { ActButton } from '../acts/ActButton';
import { RulePicker } from './RulePicker';

/** 拟订制度: what a campaign leaves behind. */
export const DraftRule = ({ campaign }: { readonly campaign: string }) => (
  <ActButton act="draftRule" fixed={{ campaign }} controls={{ replaces: <RulePicker /> }} />
);
