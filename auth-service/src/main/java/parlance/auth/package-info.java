/**
 * Owns sign-in: one session per user and device, the access tokens that every gateway can verify,
 * and the refresh tokens that renew them. Knows no password: user-service is asked. Publishes
 * {@link parlance.contracts.session.SessionEvent}.
 */
@NullMarked
package parlance.auth;

import org.jspecify.annotations.NullMarked;
