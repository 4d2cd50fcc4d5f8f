import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Metric } from '../contract/metric';
import { Baseline, BaselineFeature, shownFeature, shownQuality } from './baseline.entity';

@Resolver(() => Baseline)
export class BaselineResolver {
  @FieldResolver(() => [BaselineFeature])
  features(@Root() { features }: Baseline): BaselineFeature[] {
    return features.map(shownFeature);
  }

  @FieldResolver(() => BaselineFeature, { nullable: true })
  output(@Root() { output }: Baseline): BaselineFeature | null {
    return output && shownFeature(output);
  }

  @FieldResolver(() => [Metric])
  quality(@Root() { qualitySums }: Baseline): Metric[] {
    return shownQuality(qualitySums);
  }
}
