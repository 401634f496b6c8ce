export const LINE_HEIGHT = 36;
export const HEAD_HEIGHT = 52;
/** A column is as wide as there is room for, within these. */
export const CELL_WIDTH = { least: 72, most: 144 } as const;
export const NAME_WIDTH = { wide: 260, narrow: 132 } as const;
