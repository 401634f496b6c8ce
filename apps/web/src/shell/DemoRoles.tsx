import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { demoQuery, enterAs } from './demo';

/** In a demonstration one enters as whoever one wants to be, without a password. */
export function DemoRoles() {
  const { t } = useTranslation('shell');
  const { data: accounts = [] } = useQuery(demoQuery);
  const { mutate, isPending } = useMutation({ mutationFn: enterAs, onSuccess: () => window.location.assign('/') });
  if (accounts.length === 0) return null;
  return (
    <Card size="small" title={t('demo.enter-as')} style={{ width: 'min(560px, 100%)' }}>
      <Flex wrap gap="small">
        {accounts.map(({ login, name }) => (
          <Button key={login} disabled={isPending} onClick={() => mutate(login)}>
            {name}
          </Button>
        ))}
      </Flex>
    </Card>
  );
}
