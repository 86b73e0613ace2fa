/**
 * Owns sign-in: one session per user and device, the access tokens that every gateway can verify,
 * and the refresh tokens that renew them. Knows no password: user-service is asked. Publishes
 * {@link parlance.contracts.session.SessionEvent}.
 */
@ServiceTopology(writes = Topic.SESSION_EVENTS, commands = Route.FORGET_DEVICE)
@NullMarked
package parlance.auth;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
