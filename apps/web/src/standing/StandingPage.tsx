import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Result, Typography } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../api/api';
import { FailureAlert } from '../parts/Failure';
import { yuan } from '../parts/money';
import { dayText } from '../parts/time';

/** 举报进度查询: for whoever kept the code; the page is nobody's, and remembers nothing. */
export function StandingPage() {
  const { t } = useTranslation(['standing', 'shell']);
  useEffect(() => {
    document.title = `${t('title')} · ${t('shell:product')}`;
  }, [t]);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (body: { code: string }) => dataOf(await api.POST('/api/v1/reports/standing', { body })),
    gcTime: 0,
  });
  return (
    <Flex
      component="main"
      vertical
      align="center"
      gap="middle"
      style={{ minHeight: '100vh', padding: '10vh 16px 16px' }}
    >
      <Typography.Title level={1} style={{ margin: 0, fontSize: 28 }}>
        <SafetyCertificateOutlined /> {t('title')}
      </Typography.Title>
      <Card style={{ width: 'min(480px, 100%)' }}>
        <Form layout="vertical" requiredMark={false} onFinish={(body: { code: string }) => isPending || mutate(body)}>
          {error && <FailureAlert error={error} />}
          <Form.Item
            name="code"
            label={t('code')}
            extra={t('hint')}
            rules={[{ required: true, message: t('shell:required') }]}
          >
            <Input autoFocus autoComplete="off" spellCheck={false} maxLength={60} style={{ fontFamily: 'monospace' }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isPending} block>
            {t('ask')}
          </Button>
        </Form>
        {data && !error && (
          <Result
            status="info"
            title={t(`standing.${data.standing}`)}
            {...(data.reward
              ? { subTitle: t('reward', { amount: yuan(data.reward.amount), day: dayText(data.reward.collectBy) }) }
              : {})}
          />
        )}
      </Card>
      <Typography.Text type="secondary">{t('note')}</Typography.Text>
    </Flex>
  );
}
