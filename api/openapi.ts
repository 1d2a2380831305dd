import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';

const introduction = `Visits go in, claims come out, and everything that happened to a claim can be read back.
Errors are problem details (RFC 9457): \`code\` is for programs, \`detail\` and \`errors[].remedy\` are for people.
Amounts are whole US cents; moments are business time in UTC.`;

/** An empty document that routes write themselves into. */
export function createOpenApiRegistry(): OpenAPIRegistry {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key (`tck_…`) carries practice and role.',
  });
  return registry;
}

/** The OpenAPI 3.1 document of all routes registered so far. */
export function openApiDocument(registry: OpenAPIRegistry): object {
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'teleclaim', version: '1', description: introduction },
    servers: [{ url: '/' }],
  });
}
