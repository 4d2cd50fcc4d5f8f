import { createHash } from 'node:crypto';
import { graphql } from '../kit/graphql.js';
import { uploadBytes } from '../kit/upload.js';

export const MODELS = 1_000;
const VERSIONS_OF_EACH = 2;
export const METRICS = ['accuracy', 'precision', 'recall', 'f1', 'roc_auc', 'log_loss'];
export const ARTIFACTS = ['model.bin', 'preprocessing/scaler.json'];

const REGISTER = `mutation Register($input: RegisterVersionInput!) {
  registerVersion(input: $input) { version { id } userErrors { message } }
}`;
const AT_ONCE = 8;

/** Registers the models through the API: the first version of each is in production, the second in development. */
export async function registerModels(server: { url: string; token: string }): Promise<void> {
  const files = ARTIFACTS.map((path) => ({ path, bytes: new TextEncoder().encode(`the bytes of ${path}`) }));
  for (const { bytes } of files) await uploadBytes(server, bytes);
  const artifacts = files.map(({ path, bytes }) => ({
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
  }));
  const register = async (index: number): Promise<void> => {
    for (let number = 1; number <= VERSIONS_OF_EACH; number += 1) {
      const metrics = METRICS.map((name, place) => ({ name, value: 1 / (index + number + place + 1) }));
      const input = {
        model: { name: `model ${index}` },
        createModel: { task: 'BINARY_CLASSIFICATION' },
        stage: number === 1 ? 'PRODUCTION' : 'DEVELOPMENT',
        artifacts,
        metrics,
      };
      await graphql(server, REGISTER, { input });
    }
  };
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < MODELS) await register(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
