import { Descriptions } from 'antd';

export function FigureList({ figures }: { readonly figures: Readonly<Record<string, string>> }) {
  const items = Object.entries(figures);
  if (items.length === 0) return null;
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={items.map(([name, figure]) => ({ key: name, label: name, children: figure }))}
    />
  );
}
