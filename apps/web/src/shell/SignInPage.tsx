import { GlobalOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Card, Flex, Typography } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../locales';
import { DemoRoles } from './DemoRoles';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  useEffect(() => {
    document.title = `${t('sign-in')} · ${t('product')}`;
  }, [t]);
  const enter = () => void navigate({ to: to?.startsWith('/') && !to.startsWith('//') ? to : '/' });
  return (
    <Flex
      component="main"
      vertical
      align="center"
      gap="middle"
      style={{ minHeight: '100vh', padding: '10vh 16px 16px' }}
    >
      <Typography.Title level={1} style={{ margin: 0, fontSize: 28 }}>
        <SafetyCertificateOutlined /> {t('product')}
      </Typography.Title>
      <Typography.Text type="secondary">{t('tagline')}</Typography.Text>
      <Card style={{ width: 'min(400px, 100%)' }}>
        <SignInForm onDone={enter} />
      </Card>
      <Button type="text" icon={<GlobalOutlined />} onClick={() => void chooseLanguage(other)}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <DemoRoles />
    </Flex>
  );
}
