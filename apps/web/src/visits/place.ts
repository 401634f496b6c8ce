const PATIENCE = 10_000;

/** Where the phone is; undefined where it does not know or may not say. */
export const placeNow = (): Promise<{ latitude: number; longitude: number } | undefined> =>
  new Promise((known) => {
    if (!('geolocation' in navigator)) return known(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => known({ latitude, longitude }),
      () => known(undefined),
      { timeout: PATIENCE, enableHighAccuracy: true },
    );
  });
