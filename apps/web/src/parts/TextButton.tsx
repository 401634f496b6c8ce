import { Button } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** What looks and wraps like a text in a table's cell, and can be pressed. */
export function TextButton({ onClick, children }: Props) {
  return (
    <Button
      type="link"
      onClick={onClick}
      style={{ height: 'auto', padding: 0, textAlign: 'start', whiteSpace: 'normal' }}
    >
      {children}
    </Button>
  );
}
