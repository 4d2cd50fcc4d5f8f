// Registers a model from a file that is there already.
// Usage: node examples/dist/registry/register-file.js <model name> <task> <file or folder>
import { ModelGraph, ModelGraphError, type ModelTask } from '@modelgraph/sdk';

const [model, task, artifact] = process.argv.slice(2);
if (!model || !task || !artifact) {
  console.error('Usage: register-file.js <model name> <task, for example REGRESSION> <file or folder>');
  process.exit(2);
}
try {
  const mg = new ModelGraph();
  const { version } = await mg.versions.register({ model, task: task as ModelTask, artifact });
  console.log(`${model} version ${version.number}, stage ${version.stage}:`);
  for (const { path, sizeBytes, sha256 } of version.artifacts)
    console.log(`  ${path}  ${sizeBytes} bytes  sha256:${sha256}`);
} catch (error) {
  if (!(error instanceof ModelGraphError)) throw error;
  // Not that nothing was registered: a request without an answer may still be carried out.
  console.error(`Failed: ${error.message}`);
  process.exitCode = 1;
}
