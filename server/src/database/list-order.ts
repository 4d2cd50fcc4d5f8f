import { type ClassType, Field, InputType, registerEnumType } from 'type-graphql';
import { SortDirection } from '../contract/filter';
import type { OrderColumn } from './page';

/** What a client asks for: one field of the list, one direction. */
export interface Ordering {
  readonly field: string;
  readonly direction: SortDirection;
}

type Column = readonly [name: string, type: OrderColumn['type']];

export interface ListOrder {
  /** The GraphQL input `<Name>Order`. */
  readonly input: ClassType<Ordering>;
  /** The columns of an order; of the default one, descending, where none was asked for. */
  columns(order: Ordering | null): readonly OrderColumn[];
}

/**
 * How a list can be ordered: by one of some columns, of which the first is the default. Rows alike in it are told apart by
 * the last column, which is unique and runs the same way, so that one index serves both directions.
 */
export function listOrder(
  name: string,
  alias: string,
  columns: Readonly<Record<string, Column>>,
  last: Column | null = ['id', 'uuid'],
): ListOrder {
  const fields = Object.fromEntries(Object.keys(columns).map((field) => [field, field]));
  const usual: Ordering = { field: Object.keys(columns)[0]!, direction: SortDirection.DESC };
  registerEnumType(fields, { name: `${name}OrderField` });

  @InputType(`${name}Order`)
  class Order {
    @Field(() => fields, { defaultValue: usual.field }) field!: string;
    @Field(() => SortDirection, { defaultValue: usual.direction }) direction!: SortDirection;
  }
  return {
    input: Order,
    columns: (order) => {
      const { field, direction } = order ?? usual;
      const first = columns[field]!;
      const isUnique = last === null || first[0] === last[0];
      return (isUnique ? [first] : [first, last]).map(([column, type]) => ({
        sql: `${alias}.${column}`,
        type,
        descending: direction === SortDirection.DESC,
      }));
    },
  };
}
