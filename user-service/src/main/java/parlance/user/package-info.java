/**
 * Owns organizations and their users, with what they sign in with. Answers what clients and other
 * services ask about users; nobody else renders a {@link parlance.contracts.user.User}. Publishes
 * {@link parlance.contracts.user.UserEvent}.
 */
@NullMarked
package parlance.user;

import org.jspecify.annotations.NullMarked;
