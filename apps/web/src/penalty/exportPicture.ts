import { download } from '../parts/download';
import { rasterised } from '../parts/picture';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The picture by itself: it brings its ground and its font, and nothing that only a page can do with it. */
function standalone(svg: SVGSVGElement, ground: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', NAMESPACE);
  copy.setAttribute('font-family', FONT);
  copy.setAttribute('role', 'img');
  const back = document.createElementNS(NAMESPACE, 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: ground }))
    back.setAttribute(name, value);
  copy.prepend(back);
  for (const mark of copy.querySelectorAll('[tabindex]'))
    for (const name of ['tabindex', 'role', 'aria-pressed', 'style']) mark.removeAttribute(name);
  return new XMLSerializer().serializeToString(copy);
}

export function saveSvg(svg: SVGSVGElement, name: string, ground: string): void {
  download(`${name}.svg`, new Blob([standalone(svg, ground)], { type: 'image/svg+xml' }));
}

export async function savePng(svg: SVGSVGElement, name: string, ground: string): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg, ground))}`;
  download(`${name}.png`, await rasterised(address, width, height));
}
