import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../campaigns/queries';

/** 沿用的长效制度: what earlier campaigns left, as it was when this one was drafted. */
export function CarriedRules({ campaign: { carried = [] } }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('rules');
  if (carried.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBlockEnd: 16 }}
      title={t('carried')}
      description={carried.map(({ rule, title }) => (
        <div key={rule}>
          <Link to="/rules" search={{ rule }} className="break">
            {title}
          </Link>
        </div>
      ))}
    />
  );
}
