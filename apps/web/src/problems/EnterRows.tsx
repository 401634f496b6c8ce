import { SnippetsOutlined } from '@ant-design/icons';
import { Alert, App, Button, ConfigProvider, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftKey } from '../acts/draft';
import { problemOf } from '../api/problem';
import { useSession } from '../api/session';
import { today } from '../parts/time';
import { RowsTable } from './RowsTable';
import { MOST_ROWS, isEmpty, read } from './rows';
import { useRows } from './useRows';

/** 批量登记: what a unit found, typed as a table or pasted out of a spreadsheet (S4). */
export function EnterRows({ campaign, unit }: { readonly campaign: string; readonly unit: string }) {
  const { t } = useTranslation('problems');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SnippetsOutlined />} onClick={() => setOpen(true)}>
        {t('rows.title')}
      </Button>
      <Modal
        title={t('rows.title')}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        width="min(960px, 100vw)"
        destroyOnHidden
      >
        <Rows campaign={campaign} unit={unit} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

interface Props {
  readonly campaign: string;
  readonly unit: string;
  readonly onDone: () => void;
}

function Rows({ campaign, unit, onDone }: Props) {
  const { t } = useTranslation(['problems', 'shell']);
  const { message } = App.useApp();
  const { account } = useSession().person;
  const { rows, sent, isSending, write, paste, enter, add, drop } = useRows(
    draftKey(account, 'enterProblems', campaign),
    { campaign, unit },
  );
  const [left, setLeft] = useState(0);
  const filled = rows.filter((row) => !isEmpty(row));
  const wrong = filled.filter((row) => !read(row, today()).entry).length;
  const refused = Object.fromEntries(
    Object.entries(sent?.refused ?? {}).map(([key, error]) => [
      key,
      problemOf(error)?.problem.detail || t('shell:failure.0.title'),
    ]),
  );
  const submit = async () => {
    const done = await enter();
    if (done.entered > 0) void message.success(t('rows.entered', { count: done.entered }));
    if (done.entered === filled.length) onDone();
  };
  return (
    <Flex vertical gap="middle">
      <Typography.Text type="secondary">{t('rows.how')}</Typography.Text>
      {/* What is on its way stays as it was sent. */}
      <ConfigProvider componentDisabled={isSending}>
        <RowsTable
          rows={rows}
          refused={refused}
          onWrite={write}
          onPaste={(cells, from) => {
            if (from.row + cells.length > MOST_ROWS + 1)
              return void message.error(t('rows.too-many', { most: MOST_ROWS }));
            setLeft(paste(cells, from));
          }}
          onDrop={drop}
        />
      </ConfigProvider>
      {left > 0 && <Alert type="warning" showIcon title={t('rows.left', { count: left })} />}
      {wrong > 0 && <Alert type="warning" showIcon title={t('rows.wrong', { count: wrong })} />}
      <Flex wrap gap="small" justify="space-between">
        <Button onClick={add} disabled={isSending}>
          {t('rows.add')}
        </Button>
        <Button type="primary" loading={isSending} disabled={filled.length === wrong} onClick={() => void submit()}>
          {t('rows.enter', { count: filled.length - wrong })}
        </Button>
      </Flex>
    </Flex>
  );
}
