const PREFIX = 'MODELGRAPH_';
const MOST_EDITS = 2;
/** In a name this short two letters make another word. */
const SHORT = 5;

/**
 * The setting that a name of the environment was probably meant to be: one of ours but for two letters, or for our prefix.
 * Other names that begin like ours are left alone: clients have theirs, and orchestrators make some up.
 */
export function settingMeant(name: string, settings: readonly string[]): string | undefined {
  if (!name.startsWith(PREFIX) || settings.includes(name)) return undefined;
  const bare = (setting: string): string => setting.replace(PREFIX, '');
  const [nearest] = settings
    .map((setting) => ({ setting, edits: editsBetween(bare(name), bare(setting)) }))
    .sort((a, b) => a.edits - b.edits);
  const most = bare(name).length <= SHORT ? 1 : MOST_EDITS;
  return nearest && nearest.edits <= most ? nearest.setting : undefined;
}

/** Letters to add, leave out or replace (Levenshtein 1966). */
function editsBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (let column = 0; column < other.length; column += 1) {
      const replaced = above[column]! + (letter === other[column] ? 0 : 1);
      current.push(Math.min(replaced, above[column + 1]! + 1, current[column]! + 1));
    }
    above = current;
  }
  return above.at(-1)!;
}
