import type { Service } from '../schemas/facts.ts';

/** The name in the languages we have; the imported name stands for itself where we have none yet. */
export function serviceName(service: Service): Readonly<Record<string, string | undefined>> {
  return service.name ?? { en: service.imported?.service_name ?? service.organization };
}
