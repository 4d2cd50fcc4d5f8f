// Makes a token of role WRITER for a program, for 90 days: it reads, registers models and versions, logs predictions, and
// moves versions anywhere but into production (though out of it). Its subject shows in every event.
// Usage: node examples/dist/registry/mint-token.js <subject>      (needs the token of an ADMIN)
import { ModelGraph, ModelGraphError, SecretLostError } from '@modelgraph/sdk';

const [subject] = process.argv.slice(2);
if (!subject) {
  console.error('Usage: mint-token.js <subject>');
  process.exit(2);
}
try {
  const mg = new ModelGraph();
  const expiresAt = new Date(Date.now() + 90 * 24 * 60 * 60 * 1_000);
  const { token, secret } = await mg.tokens.create({ subject, role: 'WRITER', expiresAt });
  console.error(
    `Token ${token.prefix}… of ${token.subject}, role ${token.role}, until ${token.expiresAt}. Its secret, shown this once:`,
  );
  console.log(secret);
} catch (error) {
  if (!(error instanceof ModelGraphError)) throw error;
  // Its message says that a token was made, and how to revoke it. After any other, one may have been made or not.
  console.error(error instanceof SecretLostError ? error.message : `Failed: ${error.message}`);
  process.exitCode = 1;
}
