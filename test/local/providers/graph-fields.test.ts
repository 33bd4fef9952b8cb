import { describe, expect, it } from 'vitest';
import { type GraphNode, parseFields, project } from '../../../local/providers/meta/graph-fields.ts';

const node: GraphNode = {
  id: '1',
  fields: {
    name: 'Bean Bar',
    from: { id: '2', name: 'Ana', email: 'ana@beanbar.example' },
    empty: undefined,
  },
  defaults: ['name'],
  edges: {
    comments: (request) => ({
      limit: request.arguments.get('limit'),
      asked: request.fields.map(({ name }) => name),
    }),
  },
};

describe("Graph's field expansion", () => {
  it.each([
    ['', { id: '1', name: 'Bean Bar' }],
    ['id', { id: '1' }],
    ['name,unknown,empty', { id: '1', name: 'Bean Bar' }],
    ['from{name}', { id: '1', from: { id: '2', name: 'Ana' } }],
    [
      'comments.limit(5).order(chronological){id, message}',
      { id: '1', comments: { limit: '5', asked: ['id', 'message'] } },
    ],
  ])('ST-02 answers %j with exactly that and the id', (fields, expected) => {
    expect(project(node, parseFields(fields))).toEqual(expected);
  });

  it.each(['a{b', 'a}', 'a,,b', 'a.limit', '{a}'])('ST-02 refuses %j as Graph does', (fields) => {
    expect(() => parseFields(fields)).toThrow(expect.objectContaining({ code: 100 }));
  });
});
