import { useState } from 'react';
import { tokenIn } from './session';

interface TokenBannerProps {
  readonly hasToken: boolean;
  readonly refused: boolean;
  readonly onUse: (token: string) => void;
  readonly onForget: () => void;
  /** Null when the page cannot go on with what it has. */
  readonly onCancel: (() => void) | null;
}

/** Asks for a token, and says where one comes from. */
export const TokenBanner = ({ hasToken, refused, onUse, onForget, onCancel }: TokenBannerProps) => {
  const [pasted, setPasted] = useState('');
  const [unusable, setUnusable] = useState(false);

  return (
    <form
      className={refused || unusable ? 'token-banner is-problem' : 'token-banner'}
      onSubmit={(event) => {
        event.preventDefault();
        const token = tokenIn(pasted);
        setUnusable(!token);
        if (!token) return;
        setPasted('');
        onUse(token);
      }}
    >
      <input
        type="password"
        autoComplete="off"
        aria-label="Paste a token"
        placeholder="Paste a token"
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      <button type="submit" disabled={pasted.trim() === ''}>
        Use
      </button>
      {hasToken && (
        <button type="button" onClick={onForget}>
          Forget
        </button>
      )}
      {onCancel && (
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
      <p role="status">{explanation(refused, unusable)}</p>
    </form>
  );
};

const explanation = (refused: boolean, unusable: boolean) => {
  if (unusable)
    return 'That is not a token: paste the `mg_…` text alone, or the whole address that carries it.';
  if (refused) {
    return 'The server does not accept this token: it is mistyped, has expired, was revoked, or belongs to another server.';
  }
  return (
    <>
      The address that <code>npm start</code> printed carries one; or make one with <code>createToken</code>.
    </>
  );
};
