'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.PredictionStage = void 0;
const promises_1 = require('node:stream/promises');
const pg_copy_streams_1 = require('pg-copy-streams');
const staged_ingest_1 = require('./staged-ingest');
/** The stage of each connection: a temporary table that is made once and emptied by every commit. */
class PredictionStage {
  constructor() {
    this.made = new WeakSet();
  }
  /** Copies rows into the stage, in the caller's transaction. */
  async fill(client, bytes) {
    if (!this.made.has(client)) await client.query(staged_ingest_1.CREATE_STAGE);
    const copy = client.query((0, pg_copy_streams_1.from)(staged_ingest_1.COPY_STAGE));
    copy.end(bytes);
    await (0, promises_1.finished)(copy);
  }
  /** To be called after the commit: only then it is sure that a stage made in the transaction stays. */
  committed(client) {
    this.made.add(client);
  }
}
exports.PredictionStage = PredictionStage;
//# sourceMappingURL=prediction-stage.js.map
