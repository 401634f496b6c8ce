import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useIsDark } from '../shell/Look';
import { rasterised } from './picture';

register([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export interface Plotted {
  /** The picture as it is drawn now. */
  readonly png: () => Promise<Blob>;
}

interface Props {
  readonly option: EChartsCoreOption;
  readonly ariaSentence: string;
  readonly height: number;
  /** A mark with a `key` in its datum was clicked. */
  readonly onSelect?: ((key: string) => void) | undefined;
  readonly ref: Ref<Plotted>;
}

/** The drawing itself; it is loaded when a picture is first shown. It stands still unless an option asks otherwise. */
export default function Plot({ option, ariaSentence, height, onSelect, ref }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const select = useRef(onSelect);
  const isDark = useIsDark();

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const drawn = init(element, isDark ? 'dark' : undefined, { renderer: 'svg' });
    drawn.on('click', ({ data }) => {
      const key = (data as { readonly key?: unknown } | undefined)?.key;
      if (typeof key === 'string') select.current?.(key);
    });
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element);
    chart.current = drawn;
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, [isDark]);

  useEffect(() => {
    select.current = onSelect;
  });
  useEffect(() => {
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption(
      {
        backgroundColor: 'transparent',
        animation: false,
        ...option,
        // Never as HTML: names of units and cases stand in it.
        tooltip: { confine: true, ...(option['tooltip'] as object | undefined), renderMode: 'richText' },
        ...(isStill ? { animation: false } : {}),
      },
      { notMerge: true },
    );
  }, [option, isDark]);

  useImperativeHandle(ref, () => ({
    png: () => {
      const drawn = chart.current;
      if (!drawn) throw new Error('nothing is drawn yet');
      return rasterised(drawn.getDataURL(), drawn.getWidth(), drawn.getHeight(), isDark ? '#141414' : '#ffffff');
    },
  }));

  return (
    <div
      ref={frame}
      role="img"
      aria-label={ariaSentence}
      style={{ height, width: '100%', cursor: onSelect && 'default' }}
    />
  );
}
