/** Twice the size on the screen, so that it prints sharp. */
const SCALE = 2;

/** An SVG as the address of an image, made into a PNG; on a ground of its own where it does not bring one. */
export async function rasterised(svg: string, width: number, height: number, ground?: string): Promise<Blob> {
  const image = new Image(width, height);
  image.src = svg;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png'),
  );
}
