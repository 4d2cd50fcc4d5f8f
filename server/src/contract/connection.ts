import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType()
export class PageInfo {
  @Field() hasNextPage!: boolean;
  @Field() hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** One page of rows with their cursors, as `database/page.ts` reads it. `totalCount` is counted when it is read, not before. */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  readonly totalCount?: Promise<number>;
}

/** The Relay connection and edge types of a node type, named after it. */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T>,
  options: { counted: boolean },
) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field() cursor!: string;
    @Field(node) node!: T;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => [node()]) nodes!: T[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  if (!options.counted) return Connection as ClassType<Page<T>>;

  @ObjectType(`${name}Connection`)
  class CountedConnection extends Connection {
    @Field(() => Int) totalCount!: Promise<number>;
  }
  return CountedConnection as ClassType<Page<T>>;
}
