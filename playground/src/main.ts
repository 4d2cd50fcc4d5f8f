import './page.css';
import { session } from './session';

// Before anything else is loaded, so that the token stands in the address bar for as short a time as possible.
session.takeFromAddress();
// A second address pasted into the same tab changes the fragment only: the page is not loaded again.
window.addEventListener('hashchange', () => session.takeFromAddress());

import('./page')
  .then(({ showPage }) => showPage(document.getElementById('root')!))
  .catch((error: unknown) => {
    console.error(error);
    document.getElementById('root')!.textContent =
      'The page could not be loaded. Is the server still running? Load it again.';
  });
