/**
 * conversation-service owns conversations and who takes part in them. It answers what begins with
 * {@code conversation_}, {@code get_participants_by_cids} and {@code get_admins_by_cids}; it keeps
 * the conversation directory in Redis, publishes {@code conversation.events}, and hands each change
 * to message-service, which tells the clients.
 */
@ServiceTopology(
        writes = Topic.CONVERSATION_EVENTS,
        commands = {Route.PUBLISH_CONVERSATION_CHANGE, Route.REMOVE_DELETED_USER})
@NullMarked
package parlance.conversation;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
