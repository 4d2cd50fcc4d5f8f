'use strict';
var __decorate =
  (this && this.__decorate) ||
  function (decorators, target, key, desc) {
    var c = arguments.length,
      r = c < 3 ? target : desc === null ? (desc = Object.getOwnPropertyDescriptor(target, key)) : desc,
      d;
    if (typeof Reflect === 'object' && typeof Reflect.decorate === 'function')
      r = Reflect.decorate(decorators, target, key, desc);
    else
      for (var i = decorators.length - 1; i >= 0; i--)
        if ((d = decorators[i])) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
  };
var __metadata =
  (this && this.__metadata) ||
  ((k, v) => {
    if (typeof Reflect === 'object' && typeof Reflect.metadata === 'function') return Reflect.metadata(k, v);
  });
Object.defineProperty(exports, '__esModule', { value: true });
exports.EnvelopeKind = void 0;
exports.envelopeOf = envelopeOf;
const type_graphql_1 = require('type-graphql');
/** See the SDL for what each means. */
var EnvelopeKind;
((EnvelopeKind) => {
  EnvelopeKind['EVENT'] = 'EVENT';
  EnvelopeKind['CHECKPOINT'] = 'CHECKPOINT';
})(EnvelopeKind || (exports.EnvelopeKind = EnvelopeKind = {}));
(0, type_graphql_1.registerEnumType)(EnvelopeKind, { name: 'EnvelopeKind' });
/** The envelope type of a kind of events, named after it: `envelopeOf('Alert', () => AlertEvent)`. */
function envelopeOf(name, event) {
  let TypedEnvelope = class TypedEnvelope {};
  __decorate(
    [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
    TypedEnvelope.prototype,
    'cursor',
    void 0,
  );
  __decorate(
    [(0, type_graphql_1.Field)(() => EnvelopeKind), __metadata('design:type', String)],
    TypedEnvelope.prototype,
    'kind',
    void 0,
  );
  __decorate(
    [(0, type_graphql_1.Field)(event, { nullable: true }), __metadata('design:type', Object)],
    TypedEnvelope.prototype,
    'event',
    void 0,
  );
  TypedEnvelope = __decorate([(0, type_graphql_1.ObjectType)(`${name}Envelope`)], TypedEnvelope);
  return TypedEnvelope;
}
//# sourceMappingURL=envelope.js.map
