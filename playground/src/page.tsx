import 'graphiql/style.css';
import './theme.css';
import { GraphiQL } from 'graphiql';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, withoutToken } from './connection';
import { examples } from './examples';
import { session } from './session';
import { editorStorage } from './storage';
import { TokenBanner } from './token-banner';

const tabs = examples.map(({ query, variables }) => ({
  query,
  variables: variables ? JSON.stringify(variables, null, 2) : '',
}));

const Page = () => {
  const { token, refused } = useSyncExternalStore(session.subscribe, session.current);
  const [replacing, setReplacing] = useState(false);
  // A new token means a new fetcher, and GraphiQL then asks for the schema again.
  const connection = useMemo(
    () => (token ? connect(token, () => session.refuse(token)) : withoutToken),
    [token],
  );
  useEffect(() => () => connection.close(), [connection]);
  const asking = !token || refused || replacing;

  return (
    <div className="page">
      <header className="page-header">
        <img src="./favicon.svg" alt="" width="24" height="24" />
        <h1>ModelGraph</h1>
        {!asking && (
          <p className="token-state">
            <span>Token kept for this tab</span>
            <button type="button" onClick={() => setReplacing(true)}>
              Replace
            </button>
            <button type="button" onClick={() => session.forget()}>
              Forget
            </button>
          </p>
        )}
      </header>
      {asking && (
        <TokenBanner
          hasToken={token !== null}
          refused={refused}
          onUse={(newToken) => {
            session.use(newToken);
            setReplacing(false);
          }}
          onForget={() => {
            session.forget();
            setReplacing(false);
          }}
          onCancel={replacing && !refused ? () => setReplacing(false) : null}
        />
      )}
      <main className="page-main">
        {/* No headers editor: a token pasted there would be kept in localStorage. */}
        <GraphiQL
          fetcher={connection.fetcher}
          storage={editorStorage}
          defaultTabs={tabs}
          defaultEditorToolsVisibility="variables"
          isHeadersEditorEnabled={false}
          shouldPersistHeaders={false}
          inputValueDeprecation={true}
          schemaDescription={true}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
};

export const showPage = (root: HTMLElement): void => createRoot(root).render(<Page />);
