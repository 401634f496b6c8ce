import type { Page } from 'playwright-core';

/** A4 between its margins of 12 mm, at 96 dots an inch. */
const PAPER = { width: 703, height: 1032 };

/** What belongs to a screen and is of no use on paper. A switch is something that was entered. */
const TOOLS = [
  ...['nav', '.shell-header', '.shell-sider', '.shell-bottom', '[role=search]', '.ant-segmented'],
  ...[
    'button:not(.ant-btn-link):not([role=switch])',
    '.ant-btn:not(.ant-btn-link)',
    '[role=tab][aria-selected=false]',
    'input[type=checkbox]',
  ],
].join(', ');

/** The page as it goes to paper. */
export async function putOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
}

/** Tools of the screen that are printed all the same, by what they say. */
export const printedTools = (page: Page): Promise<string[]> =>
  page.evaluate(
    (tools) =>
      [...document.querySelectorAll<HTMLElement>(tools)]
        .filter((each) => each.checkVisibility() && each.getClientRects().length > 0)
        .map((each) => `${each.tagName} ${each.className} ${each.ariaLabel ?? each.innerText}`),
    TOOLS,
  );

/** What reaches over the edge of the sheet, or is hidden in a frame that would have to be scrolled. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('#content *')]
      .filter((each) => each.checkVisibility() && each.getClientRects().length > 0 && !each.closest('[role=switch]'))
      .flatMap((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        const isWider =
          (overflowX !== 'visible' || each === document.documentElement) && each.scrollWidth > each.clientWidth + 1;
        const isLonger = ['auto', 'scroll'].includes(overflowY) && each.scrollHeight > each.clientHeight + 1;
        const isOver = each.getBoundingClientRect().right > window.innerWidth + 1;
        return isWider || isLonger || isOver
          ? [`${each.tagName} ${each.className} ${each.innerText?.slice(0, 40)}`]
          : [];
      }),
  );
