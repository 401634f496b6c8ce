import { useQuery } from '@tanstack/react-query';
import { Button, Result, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../api/api';
import { signed } from '../parts/signed';
import { instantText } from '../parts/time';
import { ConflictAlert } from './ConflictAlert';
import { fileIn } from './selection';

interface Props {
  readonly at: string;
  readonly failure: unknown;
  readonly onNext: () => void;
}

const eventsOf = (kind: string, id: string) => ({
  queryKey: [kind === 'campaign' ? 'campaigns' : 'cases', id, 'events'],
  queryFn: async () => {
    const params = { path: { id }, query: { limit: 500 } };
    return kind === 'campaign'
      ? dataOf(await api.GET('/api/v1/campaigns/{id}/events', { params })).items
      : dataOf(await api.GET('/api/v1/cases/{id}/events', { params })).items;
  },
});

/** What one looked at waits no longer: who decided it meanwhile, and how. */
export function SettledNotice({ at, failure, onNext }: Props) {
  const { t } = useTranslation(['approvals', 'domain']);
  const { kind, file } = fileIn(at);
  const { data = [] } = useQuery(eventsOf(kind, file));
  const last = data.findLast(({ actor }) => actor.kind === 'person');
  return (
    <div className="approvals-brief">
      {failure !== undefined && <ConflictAlert error={failure} />}
      <Result
        status="info"
        title={t('settled.title')}
        subTitle={
          last && (
            <Typography.Text>
              {t('settled.by', {
                who: signed(last.actor),
                at: instantText(last.at),
                what: t(`domain:event.${last.kind}`),
              })}
            </Typography.Text>
          )
        }
        extra={
          <Button type="primary" onClick={onNext}>
            {t('settled.next')}
          </Button>
        }
      />
    </div>
  );
}
