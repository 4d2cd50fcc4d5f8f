import { join } from 'node:path';
import { buildSchema, type OperationDefinitionNode, parse, validate } from 'graphql';
import { examples } from '../../playground/src/examples';
import { readConfig } from '../../server/src/config';
import { checkOperation } from '../../server/src/contract/limits';
import { readSdl } from '../../server/src/contract/sdl';

const schema = buildSchema(
  readSdl(join(__dirname, '../../schema'))
    .map(({ text }) => text)
    .join('\n'),
);
const read = readConfig({});
if ('problems' in read) throw new Error(read.problems.join());
const { config } = read;

test.each(examples.map(({ query, variables }) => [query.split('\n')[0], query, variables] as const))(
  'the example "%s" is valid and within the limits',
  (_, query, variables) => {
    const document = parse(query, { maxTokens: config.MODELGRAPH_MAX_TOKENS });
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    const limits = {
      depth: config.MODELGRAPH_MAX_DEPTH,
      aliases: config.MODELGRAPH_MAX_ALIASES,
      rootFields: config.MODELGRAPH_MAX_ROOT_FIELDS,
      mutationRootFields: config.MODELGRAPH_MAX_MUTATIONS,
      complexity: config.MODELGRAPH_MAX_COMPLEXITY,
    };
    const operation = document.definitions[0] as OperationDefinitionNode;
    expect(() => checkOperation(schema, document, operation, { ...variables }, limits)).not.toThrow();
  },
);
