import type { CustomSeriesRenderItem, EChartsCoreOption } from 'echarts';
import { inZone } from '../parts/time';
import { placeLabels, widthOf } from './lanes';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Of what is owed in it, how much is in: 0 to 1. */
  readonly share: number;
  /** Beside the bar. */
  readonly words: string;
  readonly isLate: boolean;
  readonly hover: string;
}

export interface Marker {
  readonly key: string;
  readonly at: number;
  readonly label: string;
  readonly line: 'solid' | 'dashed' | 'dotted';
  readonly color: string;
  readonly hover: string;
}

export interface Palette {
  readonly bar: string;
  readonly ground: string;
  readonly late: string;
  readonly text: string;
  readonly faint: string;
  /** Of the card that the picture stands on. */
  readonly card: string;
}

interface Gantt {
  readonly bars: readonly Bar[];
  /** In the order in which they get a label. */
  readonly markers: readonly Marker[];
  readonly extent: readonly [from: number, to: number];
  readonly palette: Palette;
  /** Room for the names of the phases. */
  readonly nameWidth: number;
}

const SIZE = 12;
const LANES = 3;
const LANE = 18;
const TOP = LANES * LANE + 10;
const ROW = 36;
const BOTTOM = 28;

export const ganttHeight = (bars: number): number => TOP + bars * ROW + BOTTOM;

/** Bars filled by what is in, and upright lines whose labels stand above the picture and never collide. */
export const ganttOption = ({ bars, markers, extent: [min, max], palette, nameWidth }: Gantt): EChartsCoreOption => ({
  grid: { left: nameWidth + 12, right: 12, top: TOP, bottom: BOTTOM },
  tooltip: { trigger: 'item' },
  xAxis: {
    type: 'time',
    min,
    max,
    axisLabel: {
      hideOverlap: true,
      color: palette.text,
      formatter: (value: number) => inZone(new Date(value).toISOString()).format('MM-DD'),
    },
    splitLine: { show: true, lineStyle: { color: palette.faint } },
  },
  yAxis: {
    type: 'category',
    inverse: true,
    data: bars.map(({ name }) => name),
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { width: nameWidth, overflow: 'truncate', color: palette.text, fontSize: SIZE },
  },
  series: [
    {
      type: 'custom',
      renderItem: drawBar(bars, palette),
      encode: { x: [1, 2], y: 0 },
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.hover ?? '' },
      data: bars.map(({ key, from, to }, index) => ({ key, value: [index, from, to] })),
    },
    {
      type: 'custom',
      clip: false,
      renderItem: drawMarker(markers),
      encode: { x: 0 },
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => markers[dataIndex]?.hover ?? '' },
      data: markers.map(({ key, at }) => ({ key, value: [at, 0] })),
    },
    {
      type: 'custom',
      renderItem: drawWords(bars, palette),
      encode: { x: [1, 2], y: 0 },
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.hover ?? '' },
      data: bars.map(({ key, from, to }, index) => ({ key, value: [index, from, to] })),
    },
  ],
});

const drawBar =
  (bars: readonly Bar[], palette: Palette): CustomSeriesRenderItem =>
  ({ dataIndex }, api) => {
    const bar = bars[dataIndex];
    if (!bar) return null;
    const [left = 0, middle = 0] = api.coord([bar.from, dataIndex]);
    const [right = 0] = api.coord([bar.to, dataIndex]);
    const box = { y: middle - 8, height: 16, r: 3 };
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: { ...box, x: left, width: right - left }, style: { fill: palette.ground } },
        { type: 'rect', shape: { ...box, x: left, width: (right - left) * bar.share }, style: { fill: palette.bar } },
      ],
    };
  };

/** After the bar, or before it where the frame ends; on a ground of its own, because deadlines run through it. */
const drawWords =
  (bars: readonly Bar[], palette: Palette): CustomSeriesRenderItem =>
  ({ dataIndex, coordSys }, api) => {
    const bar = bars[dataIndex];
    if (!bar) return null;
    const [left = 0, middle = 0] = api.coord([bar.from, dataIndex]);
    const [right = 0] = api.coord([bar.to, dataIndex]);
    const isRoom = right + widthOf(bar.words, SIZE) + 12 <= frameOf(coordSys).right;
    return {
      type: 'text',
      style: {
        text: bar.words,
        x: isRoom ? right + 4 : left - 4,
        y: middle,
        align: isRoom ? 'left' : 'right',
        verticalAlign: 'middle',
        padding: [2, 3],
        backgroundColor: palette.card,
        fontSize: SIZE,
        fill: bar.isLate ? palette.late : palette.text,
      },
    };
  };

const drawMarker =
  (markers: readonly Marker[]): CustomSeriesRenderItem =>
  ({ dataIndex, coordSys }, api) => {
    const marker = markers[dataIndex];
    if (!marker) return null;
    const frame = frameOf(coordSys);
    const xOf = ({ at }: Marker) => api.coord([at, 0])[0] ?? 0;
    const labels = markers.map((each) => ({ at: xOf(each), width: widthOf(each.label, SIZE) }));
    const place = placeLabels(labels, { left: 0, right: frame.right }, LANES)[dataIndex];
    const x = xOf(marker);
    const top = place ? frame.top - 6 - place.lane * LANE : frame.top;
    const [solid, dashed, dotted] = [undefined, [5, 4], [2, 3]];
    return {
      type: 'group',
      children: [
        {
          type: 'line',
          shape: { x1: x, x2: x, y1: top, y2: frame.bottom },
          style: {
            stroke: marker.color,
            lineWidth: marker.line === 'solid' ? 2 : 1,
            lineDash: { solid, dashed, dotted }[marker.line] ?? 'solid',
          },
        },
        ...(place
          ? [
              {
                type: 'text' as const,
                style: {
                  text: marker.label,
                  x: place.left,
                  y: top - 2,
                  verticalAlign: 'bottom' as const,
                  fontSize: SIZE,
                  fill: marker.color,
                },
              },
            ]
          : []),
      ],
    };
  };

/** A Cartesian grid says where it lies; the type covers every kind of coordinates. */
function frameOf(coordSys: unknown) {
  const { x, y, width, height } = coordSys as { x: number; y: number; width: number; height: number };
  return { left: x, right: x + width, top: y, bottom: y + height };
}
