/**
 * Owns organizations and their users, with what they sign in with. Answers what clients and other
 * services ask about users; no other service renders a {@link parlance.contracts.user.User}.
 * Publishes {@link parlance.contracts.user.UserEvent}.
 */
@ServiceTopology(
        writes = Topic.USER_EVENTS,
        commands = {Route.REMOVE_USER, Route.END_SESSIONS, Route.LEAVE_ALL_CONVERSATIONS})
@NullMarked
package parlance.user;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
