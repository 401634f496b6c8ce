import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChaseList } from './ChaseList';

interface Props {
  readonly campaign: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ChasesDrawer({ campaign, isOpen, onClose }: Props) {
  const { t } = useTranslation('progress');
  return (
    <Drawer title={t('chases.title')} open={isOpen} onClose={onClose} size="min(720px, 100vw)" destroyOnHidden>
      <ChaseList campaign={campaign} />
    </Drawer>
  );
}
