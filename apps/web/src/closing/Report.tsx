import { Table, Typography } from 'antd';
import type { Closing } from './queries';

/** The summary as it would be made now. Always Chinese: it is the document itself. */
export function Report({ report: { title, blocks } }: { readonly report: Closing['report'] }) {
  return (
    <article lang="zh-CN" aria-label={title} className="break">
      <Typography.Title level={2} style={{ fontSize: 18, textAlign: 'center' }}>
        {title}
      </Typography.Title>
      {blocks.map((block, place) => {
        const key = `${place}`;
        if (typeof block === 'string') return <p key={key}>{block}</p>;
        if ('heading' in block)
          return (
            <Typography.Title key={key} level={3} style={{ fontSize: 16 }}>
              {block.heading}
            </Typography.Title>
          );
        return (
          <Table
            key={key}
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            rowKey={(row) => row.join()}
            dataSource={block.rows}
            columns={block.columns.map((name, at) => ({
              key: name,
              title: name,
              render: (_: unknown, row: string[]) => row[at],
            }))}
            style={{ marginBlockEnd: 12 }}
          />
        );
      })}
    </article>
  );
}
