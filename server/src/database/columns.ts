import { Column, type ColumnOptions } from 'typeorm';

/**
 * An instant. The column is a timestamptz; telling TypeORM `text` keeps it from making a `Date` of it, which would lose
 * the microseconds. The pool's type parser gives RFC 3339 text.
 */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);
