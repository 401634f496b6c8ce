import { Col, Form, Input, Radio, Row, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** 实名／匿名: what is typed here goes into the vault and is kept nowhere else, not in this browser either. */
export function ReporterFields({ kinds = ['anonymous', 'named', 'none'] }: { readonly kinds?: readonly string[] }) {
  const { t } = useTranslation(['leads', 'shell']);
  const kind = Form.useWatch<string | undefined>(['reporter', 'kind']);
  const required = [{ required: true, whitespace: true, message: t('shell:required') }];
  return (
    <>
      <Form.Item name={['reporter', 'kind']} label={t('reporter.title')} style={{ marginBlockEnd: 8 }}>
        <Radio.Group options={kinds.map((value) => ({ value, label: t(`reporter.${value}`) }))} />
      </Form.Item>
      {kind === 'named' && (
        <>
          <Row gutter={8}>
            <Col xs={24} sm={8}>
              <Form.Item name={['reporter', 'name']} label={t('reporter.name')} rules={required} validateFirst>
                <Input maxLength={50} autoComplete="off" />
              </Form.Item>
            </Col>
            <Col xs={24} sm={8}>
              <Form.Item name={['reporter', 'phone']} label={t('reporter.phone')}>
                <Input maxLength={20} autoComplete="off" inputMode="tel" />
              </Form.Item>
            </Col>
            <Col xs={24} sm={8}>
              <Form.Item name={['reporter', 'address']} label={t('reporter.address')}>
                <Input maxLength={300} autoComplete="off" />
              </Form.Item>
            </Col>
          </Row>
          <Typography.Paragraph type="secondary">{t('reporter.note')}</Typography.Paragraph>
        </>
      )}
    </>
  );
}
