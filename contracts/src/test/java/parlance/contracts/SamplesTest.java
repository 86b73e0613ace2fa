package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationEvent;
import parlance.contracts.conversation.LeaveAllConversations;
import parlance.contracts.conversation.RejoinConversation;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.contracts.file.FindSharedFileUrls;
import parlance.contracts.message.MessageEvent;
import parlance.contracts.message.MissedChanges;
import parlance.contracts.push.RemoveSubscriptions;
import parlance.contracts.session.EndSessions;
import parlance.contracts.session.SessionEvent;
import parlance.contracts.user.ForgetDevice;
import parlance.contracts.user.RecordActivity;
import parlance.contracts.user.RemoveUser;
import parlance.contracts.user.User;
import parlance.contracts.user.UserEvent;

/**
 * What services have written to Kafka must stay readable: the samples are changed by adding fields
 * only.
 */
class SamplesTest {

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments("user", User.class),
                arguments("user_saved", UserEvent.class),
                arguments("user_deleted", UserEvent.class),
                arguments("conversation_saved", ConversationEvent.class),
                arguments("message_sent", MessageEvent.class),
                arguments("message_edited", MessageEvent.class),
                arguments("messages_deleted", MessageEvent.class),
                arguments("messages_read", MessageEvent.class),
                arguments("reactions_changed", MessageEvent.class),
                arguments("session_revoked", SessionEvent.class),
                arguments("conversation_change", ConversationChange.class),
                arguments("connection_opened", ConnectionEvent.class),
                arguments("connection_closed", ConnectionEvent.class),
                arguments("connection_inactive", ConnectionEvent.class),
                arguments("connection_active", ConnectionEvent.class),
                arguments("connections_in_doubt", ConnectionEvent.class),
                arguments("end_sessions", EndSessions.class),
                arguments("leave_all_conversations", LeaveAllConversations.class),
                arguments("rejoin_conversation", RejoinConversation.class),
                arguments("remove_deleted_user", RemoveDeletedUser.class),
                arguments("remove_user", RemoveUser.class),
                arguments("forget_device", ForgetDevice.class),
                arguments("record_activity", RecordActivity.class),
                arguments("remove_push_subscriptions", RemoveSubscriptions.class),
                arguments("find_shared_file_urls", FindSharedFileUrls.class),
                arguments("missed", MissedChanges.class),
                arguments("caller", Caller.class),
                arguments("sealed", EncryptedFields.class),
                arguments("failure", ErrorBody.class));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAndWrittenAgainAsItWas(String name, Class<?> type) {
        var sample = Resources.read("/samples/" + name + ".json");

        var written = Json.write(Json.read(sample, type));

        assertThat(Json.read(written, JsonNode.class)).isEqualTo(Json.read(sample, JsonNode.class));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldThatANewerReleaseAddsIsIgnored(String name, Class<?> type) {
        var sample = Json.read(Resources.read("/samples/" + name + ".json"), ObjectNode.class);
        var known = Json.read(sample.toString(), type);

        sample.put("added_later", 1);

        assertThat(Json.read(sample.toString(), type)).isEqualTo(known);
    }
}
