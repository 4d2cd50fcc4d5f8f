import fc from 'fast-check';

// Here every run explores anew; in CI a change is judged by the same examples as the one before it.
if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_126 });
