/** A label that wants to stand above a point of a time line. */
export interface Label {
  /** Where its point is, in pixels. */
  readonly at: number;
  readonly width: number;
}

export interface Place {
  readonly lane: number;
  /** The label's left edge. */
  readonly left: number;
}

const GAP = 6;

/**
 * A place for each label, so that none covers another and none leaves the frame. Earlier ones of the list are placed
 * first and nearest; what finds no room has none, and its point is still drawn.
 */
export function placeLabels(
  labels: readonly Label[],
  frame: { readonly left: number; readonly right: number },
  lanes: number,
): (Place | undefined)[] {
  const taken: (readonly [left: number, right: number])[][] = Array.from({ length: lanes }, () => []);
  return labels.map(({ at, width }) => {
    const left = Math.max(frame.left, Math.min(at - width / 2, frame.right - width));
    const right = left + width;
    if (at < frame.left || at > frame.right || left + width > frame.right) return undefined;
    const lane = taken.findIndex((spans) => spans.every(([from, to]) => right + GAP <= from || to + GAP <= left));
    if (lane === -1) return undefined;
    taken[lane]?.push([left, right]);
    return { lane, left };
  });
}

/** Near enough without a canvas: Chinese is as wide as it is high, Latin a little over half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, each) => sum + (each.charCodeAt(0) > 0x2e80 ? size : size * 0.58), 0);
