const MOST_CHARACTERS = 100;

/** An operation's name as the log and the metrics keep it. A client may give one as long as its document. */
export const shownName = (name: string | null | undefined): string | undefined =>
  name != null && name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS)}…` : (name ?? undefined);
