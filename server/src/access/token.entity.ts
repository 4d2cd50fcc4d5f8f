import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Role } from '../contract/actor';
import { InstantColumn } from '../database/columns';

registerEnumType(Role, { name: 'Role' });

@Entity('token')
@ObjectType()
export class Token {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Field()
  @Column('text')
  subject!: string;

  @Field(() => Role)
  @Column('text')
  role!: Role;

  @Field()
  @Column('text')
  prefix!: string;

  @Column('bytea', { name: 'secret_hash', select: false })
  secretHash!: Buffer;

  @Field(() => Date)
  @InstantColumn({ name: 'created_at', insert: false })
  createdAt!: string;

  @Field()
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'expires_at', nullable: true })
  expiresAt!: string | null;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'revoked_at', nullable: true })
  revokedAt!: string | null;
}
