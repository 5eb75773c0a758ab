import { publishedServices } from '../domain/facts.ts';
import { lastLooked } from '../domain/freshness.ts';
import type { Reader } from '../domain/reader.ts';
import { isShelter, serviceName } from '../domain/service.ts';
import { licence } from './hsds-tables.ts';

/**
 * The points as GeoJSON (RFC 7946), each at the centre of its town. Places where people sleep are not in it, nor lines without a place.
 * @param address full address of a page of ours
 */
export function pointsGeoJson(reader: Reader, address: (path: string) => string): object {
  const features = publishedServices(reader.facts).flatMap(([id, service]) => {
    if (!service.location.place || isShelter(service)) return [];
    const town = reader.fact('places', service.location.place);
    const source = reader.fact('sources', service.source);
    return [
      {
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: [town.longitude, town.latitude] },
        properties: {
          name: serviceName(service),
          kind: service.kind,
          needs: service.needs,
          country: service.country,
          town: town.name,
          precision: 'centre of the town',
          phones: service.phones.map(({ number, reach, type }) => ({ number, reach, type })),
          email: service.email,
          website: service.website,
          status: service.status,
          confirmed: service.publication === 'publish',
          last_checked: lastLooked(service),
          source: source.url ?? `${source.publisher}: ${source.title}`,
          page: address(`/help/${id}/`),
        },
      },
    ];
  });
  return {
    type: 'FeatureCollection',
    name: 'before-you-go-help-points',
    license: licence.path,
    date: reader.today,
    features,
  };
}
