import * as z from 'zod';
import type { Place } from '../template/identity.ts';
import type { Resolver } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';
import { type ApiDefinition, readApiBody } from './body.ts';
import type { ApiPlace } from './proxy-event.ts';

const RestApiProperties = z.looseObject({
  Body: z.record(z.string(), z.json()),
  BinaryMediaTypes: z.array(z.string()).default([]),
});

const GatewayResponse = z.looseObject({
  ResponseType: z.string(),
  StatusCode: z.coerce.number().optional(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
  ResponseTemplates: z.record(z.string(), z.string()).default({}),
});

export interface TemplateApi {
  definition: ApiDefinition;
  place: ApiPlace;
}

/** The template's one REST API, imported from its body, in its one stage. */
export function readApi(template: Template, resolver: Resolver, place: Place): TemplateApi {
  const idsOf = (type: string) =>
    Object.entries(template.Resources).flatMap(([logicalId, { Type }]) => (Type === type ? [logicalId] : []));
  const [apiId, ...more] = idsOf('AWS::ApiGateway::RestApi');
  if (!apiId || more.length > 0) throw new Error('The local cloud runs stacks with exactly one REST API.');
  const properties = RestApiProperties.parse(resolver.properties(apiId));
  const definition = readApiBody(properties.Body);
  const gatewayResponses = { ...definition.gatewayResponses };
  for (const logicalId of idsOf('AWS::ApiGateway::GatewayResponse')) {
    const given = GatewayResponse.parse(resolver.properties(logicalId));
    gatewayResponses[given.ResponseType] = {
      statusCode: given.StatusCode,
      responseParameters: given.ResponseParameters,
      responseTemplates: given.ResponseTemplates,
    };
  }
  const [stageId] = idsOf('AWS::ApiGateway::Stage');
  return {
    definition: {
      ...definition,
      gatewayResponses,
      binaryMediaTypes: [...definition.binaryMediaTypes, ...properties.BinaryMediaTypes],
    },
    place: {
      apiId: resolver.identityOf(apiId).name,
      stage: stageId ? resolver.identityOf(stageId).name : 'live',
      region: place.region,
      accountId: place.accountId,
    },
  };
}
