import { Button, Flex, Modal } from 'antd';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly who: string | undefined;
  readonly onSigned: (picture: Blob) => void;
  readonly onClose: () => void;
}

const [WIDTH, HEIGHT] = [600, 240];
const PEN = 4;

/** 手写签名 on glass, kept as a picture. */
export function SignaturePad({ who, onSigned, onClose }: Props) {
  const { t } = useTranslation('visits');
  return (
    <Modal title={t('sign.by', { who })} open={who !== undefined} onCancel={onClose} footer={null} destroyOnHidden>
      <Pad onSigned={onSigned} />
    </Modal>
  );
}

function Pad({ onSigned }: Pick<Props, 'onSigned'>) {
  const { t } = useTranslation('visits');
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDrawing = useRef(false);
  const [isSigned, setSigned] = useState(false);
  const pen = () => canvas.current?.getContext('2d') ?? undefined;
  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [((clientX - left) * WIDTH) / width, ((clientY - top) * HEIGHT) / height] as const;
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    isDrawing.current = true;
    const context = pen();
    if (!context) return;
    Object.assign(context, { lineWidth: PEN, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111' });
    context.beginPath();
    context.moveTo(...at(event));
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!isDrawing.current) return;
    const context = pen();
    context?.lineTo(...at(event));
    context?.stroke();
    setSigned(true);
  };
  const clear = () => {
    pen()?.clearRect(0, 0, WIDTH, HEIGHT);
    setSigned(false);
  };
  return (
    <div className="inspect">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        className="signature-pad"
        role="img"
        aria-label={t('sign.pad')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={() => (isDrawing.current = false)}
      />
      <Flex gap="small" justify="end" style={{ marginBlockStart: 8 }}>
        <Button onClick={clear}>{t('sign.clear')}</Button>
        <Button
          type="primary"
          disabled={!isSigned}
          onClick={() => canvas.current?.toBlob((picture) => picture && onSigned(picture), 'image/png')}
        >
          {t('sign.done')}
        </Button>
      </Flex>
    </div>
  );
}
