/** Every text of this language, a namespace a file. */
const files = import.meta.glob<{ default: object }>('./*.json', { eager: true });

export default Object.fromEntries(
  Object.entries(files).map(([path, { default: texts }]) => [path.slice('./'.length, -'.json'.length), texts]),
);
