import type { Service } from '../schemas/facts.ts';

/** Whether people sleep there: then only the town is told, never the street, nor the name its source gives it. */
export function isShelter(service: Pick<Service, 'kind' | 'needs'>): boolean {
  return service.kind === 'shelter' || service.needs.includes('shelter');
}

/** The name in the languages we have; the imported name stands for itself where we have none yet. */
export function serviceName(service: Service): Readonly<Record<string, string | undefined>> {
  return service.name ?? { en: service.imported?.service_name ?? service.organization };
}

/** Why a point does not help at present, as a key of the interface strings; nothing where no source says so. */
export type Stopped = 'temporarily-closed' | 'inactive' | 'defunct';

/** Whether a source says that a service has stopped, for a time or for good. */
export function stopped({ status }: Pick<Service, 'status'>): Stopped | undefined {
  if (!status || status === 'active') return undefined;
  return status === 'temporarily closed' ? 'temporarily-closed' : status;
}
