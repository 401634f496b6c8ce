import { saveFile } from '../parts/saveFile';

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
  saveFile(`${name}.svg`, new Blob([standalone(svg, ground)], { type: 'image/svg+xml' }));
}

/** Twice the size on the screen, so that it prints sharp. */
export async function savePng(svg: SVGSVGElement, name: string, ground: string): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg, ground))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob) saveFile(`${name}.png`, blob);
}
