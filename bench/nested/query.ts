/** Three levels below the list: models, the version in production, its metrics and artifacts. */
export const QUERY = `query Nested($first: Int!) {
  models(first: $first) { nodes { name production { number metrics { name value } artifacts { path sha256 } } } }
}`;

/** A page without anything below it. */
export const LIST = `query List($first: Int!) {
  models(first: $first) { nodes { id name task owner registeredAt } pageInfo { hasNextPage endCursor } }
}`;

/** What a person would write to get the same JSON from PostgreSQL: one statement, its text sent on as it is. $1 project, $2 first. */
export const SQL = `
SELECT json_build_object('data', json_build_object('models', json_build_object('nodes', coalesce(json_agg(
  json_build_object('name', model.name, 'production', production.version) ORDER BY model.registered_at DESC, model.id DESC
), '[]'))))::text AS answer
FROM (
  SELECT id, name, registered_at FROM model WHERE project_id = $1 ORDER BY registered_at DESC, id DESC LIMIT $2
) AS model
LEFT JOIN LATERAL (
  SELECT json_build_object(
    'number', version.number,
    'metrics', (
      SELECT coalesce(json_agg(json_build_object('name', metric -> 'name', 'value', metric -> 'value') ORDER BY place), '[]')
      FROM jsonb_array_elements(version.metrics) WITH ORDINALITY AS listed (metric, place)),
    'artifacts', (
      SELECT coalesce(json_agg(json_build_object('path', path, 'sha256', sha256) ORDER BY path), '[]')
      FROM artifact WHERE owner_id = version.id)
  ) AS version
  FROM version WHERE version.model_id = model.id AND version.stage = 'PRODUCTION'
) AS production ON true`;
