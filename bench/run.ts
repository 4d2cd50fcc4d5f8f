import { ingest } from './ingest/ingest.js';
import { type Figure, type Outcome, sayOutcome } from './kit/figure.js';
import { describeMachine } from './kit/machine.js';
import { withWorld } from './kit/world.js';
import { nested } from './nested/nested.js';
import { register } from './register/register.js';

const FIGURES: readonly Figure[] = [nested, register, ingest];

const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !FIGURES.some((figure) => figure.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no figure ${unknown.join(', ')}; give some of ${FIGURES.map(({ name }) => name).join(', ')}, or none for all.\n`,
  );
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const figure of FIGURES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  await withWorld(async (world) => {
    print(`# ${figure.name}: ${figure.title}`);
    for (const line of await describeMachine(world)) print(line);
    print();
    const found = await figure.run(world, print);
    for (const outcome of found) print(sayOutcome(outcome));
    outcomes.push(...found);
    print();
  });
}
print('# In short');
for (const outcome of outcomes) print(sayOutcome(outcome));
