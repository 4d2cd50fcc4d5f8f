'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.rowsOf = rowsOf;
const typeorm_1 = require('typeorm');
/** The rows that one statement gives. */
async function rowsOf(connection, sql, values = []) {
  if (!(connection instanceof typeorm_1.EntityManager))
    return (await connection.query(sql, [...values])).rows;
  const answer = await connection.query(sql, [...values]);
  // For UPDATE and DELETE TypeORM gives the rows with their number.
  return typeof answer[1] === 'number' ? answer[0] : answer;
}
//# sourceMappingURL=connection.js.map
