import { v7 as uuidv7, validate } from 'uuid';

/** A new id: opaque to clients, ordered by time for the indexes. */
export const newId = (): string => uuidv7();

const NONE = '00000000-0000-0000-0000-000000000000';

/** A client's id for a uuid column: whatever is no id of ours becomes the one that nothing has. */
export const idOrNone = (id: string): string => (validate(id) ? id.toLowerCase() : NONE);
