import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Flex, Select, Table, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../api/api';
import { useMay } from '../api/session';
import { FailureAlert } from '../parts/Failure';
import { shortText } from '../parts/time';
import { BrokenEvidence, IntegrityTag, VerifyEvidence } from './Integrity';
import type { CaseFile } from './queries';

const KINDS = [
  'documentary',
  'physical',
  'audiovisual',
  'electronic',
  'testimony',
  'statement',
  'expert',
  'inspection',
];
const STAGES = ['verification', 'investigation'];
const KB = 1_024;

/** Exhibits with the hash under which they lie, so that a changed file would show. */
export function EvidenceTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['cases', 'domain']);
  const may = useMay();
  return (
    <>
      <BrokenEvidence file={file} />
      {may('case.handle') && STAGES.includes(file.stage) && <AddEvidence file={file} />}
      {may('evidence.verify') && file.evidence.length > 0 && <VerifyEvidence id={file.id} />}
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={file.evidence}
        locale={{ emptyText: <Empty description={t('evidence.empty')} /> }}
        columns={[
          {
            title: t('evidence.name'),
            render: (_, { id, name }) => (
              <a href={`/api/v1/cases/${file.id}/evidence/${id}`} download={name} className="break">
                <DownloadOutlined /> {name}
              </a>
            ),
          },
          { title: t('domain:field.kind'), render: (_, { kind }) => t(`domain:value.kind.${kind}`) },
          { title: t('evidence.size'), render: (_, { bytes }) => `${Math.ceil(bytes / KB)} KB` },
          {
            title: 'SHA-256',
            render: (_, { sha256 }) => (
              <Typography.Text code copyable={{ text: sha256 }}>
                {sha256.slice(0, 12)}…
              </Typography.Text>
            ),
          },
          {
            title: t('evidence.added'),
            render: (_, { addedBy, addedAt }) => `${file.people[addedBy] ?? ''} ${shortText(addedAt)}`,
          },
          { title: t('evidence.checked'), render: (_, { check }) => <IntegrityTag check={check} /> },
        ]}
      />
    </>
  );
}

function AddEvidence({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['cases', 'domain']);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [kind, setKind] = useState('documentary');
  const { mutate, isPending, error } = useMutation({
    mutationFn: (exhibit: File) => {
      const form = new FormData();
      form.set('file', exhibit);
      return send('POST', `/api/v1/cases/${file.id}/evidence?kind=${kind}`, form, {
        'idempotency-key': crypto.randomUUID(),
      });
    },
    onSuccess: async () => {
      void message.success(t('evidence.done'));
      await client.invalidateQueries();
    },
  });
  return (
    <>
      {error && <FailureAlert error={error} />}
      <Flex wrap gap="small" style={{ marginBlockEnd: 12 }}>
        <Select
          aria-label={t('domain:field.kind')}
          value={kind}
          onChange={setKind}
          style={{ minWidth: 160 }}
          options={KINDS.map((value) => ({ value, label: t(`domain:value.kind.${value}`) }))}
        />
        <Upload
          showUploadList={false}
          beforeUpload={(chosen) => {
            mutate(chosen);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={isPending}>
            {t('domain:act.addEvidence')}
          </Button>
        </Upload>
      </Flex>
    </>
  );
}
