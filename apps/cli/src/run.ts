import { giveUp } from '../../../scripts/say.mjs';
import { main } from './main.js';

/** For an image, where everything is installed and built: a command without the preparations of a checkout. */
const [name = '--help', ...args] = process.argv.slice(2);
main(name, args).then((code) => {
  process.exitCode = code;
}, giveUp);
