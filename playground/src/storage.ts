// Other servers on the same address and port (4000 is a common one) may serve a GraphiQL of their own: without a
// prefix their tabs would hide ours.
const prefix = 'modelgraph:';

const ownKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

/** Where GraphiQL keeps tabs, history and theme. The token is none of its business and never reaches it. */
export const editorStorage = {
  getItem: (key: string) => localStorage.getItem(prefix + key),
  setItem: (key: string, value: string) => localStorage.setItem(prefix + key, value),
  removeItem: (key: string) => localStorage.removeItem(prefix + key),
  clear: () => {
    for (const key of ownKeys()) localStorage.removeItem(key);
  },
  get length() {
    return ownKeys().length;
  },
};
