import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SafeIntScalar } from '../contract/scalars';

/** What kind of object an artifact belongs to. */
export type OwnerKind = 'VERSION';

@Entity('artifact')
@ObjectType()
export class Artifact {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('text', { name: 'owner_kind' })
  ownerKind!: OwnerKind;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Field()
  @Column('text')
  path!: string;

  @Field(() => SafeIntScalar)
  @Column('bigint', { name: 'size_bytes' })
  sizeBytes!: number;

  @Field()
  @Column('text')
  sha256!: string;

  @Field()
  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Field(() => String)
  get downloadPath(): string {
    return `/v1/blobs/${this.sha256}`;
  }
}

@InputType()
export class ArtifactInput {
  @Field() path!: string;
  @Field() sha256!: string;
  @Field(() => SafeIntScalar) sizeBytes!: number;
  @Field({ defaultValue: 'application/octet-stream' }) mediaType!: string;
}
