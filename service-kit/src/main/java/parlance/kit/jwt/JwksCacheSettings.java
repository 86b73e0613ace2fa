package parlance.kit.jwt;

import java.time.Duration;

/**
 * How long fetched keys are used.
 *
 * @param lifetime the keys are fetched again after this long
 * @param refreshPause a token of an unknown key has the keys fetched again, but no sooner than this
 *     after the last fetch
 * @param outage while the keys cannot be fetched, the known ones stay good for this long
 */
public record JwksCacheSettings(Duration lifetime, Duration refreshPause, Duration outage) {}
