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
import parlance.contracts.conversation.Membership;
import parlance.contracts.conversation.MembershipQuery;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.contracts.file.ShowFile;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.MessageEvent;
import parlance.contracts.message.Missed;
import parlance.contracts.message.ReadableFiles;
import parlance.contracts.message.ReadableFilesQuery;
import parlance.contracts.message.UnreadMessages;
import parlance.contracts.message.UnreadQuery;
import parlance.contracts.presence.OnlineCount;
import parlance.contracts.push.RemoveSubscriptions;
import parlance.contracts.session.EndSessions;
import parlance.contracts.session.ProductToken;
import parlance.contracts.session.SessionEvent;
import parlance.contracts.user.BlockLists;
import parlance.contracts.user.BlockQuery;
import parlance.contracts.user.Credentials;
import parlance.contracts.user.EmailQuery;
import parlance.contracts.user.ExternalUser;
import parlance.contracts.user.ForgetDevice;
import parlance.contracts.user.IssuerQuery;
import parlance.contracts.user.NewPassword;
import parlance.contracts.user.RecordActivity;
import parlance.contracts.user.RemoveUser;
import parlance.contracts.user.TrustedIssuer;
import parlance.contracts.user.TrustedIssuers;
import parlance.contracts.user.User;
import parlance.contracts.user.UserEvent;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;

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
                arguments("message_edited", MessageEvent.class),
                arguments("messages_deleted", MessageEvent.class),
                arguments("messages_read", MessageEvent.class),
                arguments("session_revoked", SessionEvent.class),
                arguments("conversation_change", ConversationChange.class),
                arguments("conversation_head", ConversationHead.class),
                arguments("connection_opened", ConnectionEvent.class),
                arguments("connection_closed", ConnectionEvent.class),
                arguments("connection_inactive", ConnectionEvent.class),
                arguments("connection_active", ConnectionEvent.class),
                arguments("connections_in_doubt", ConnectionEvent.class),
                arguments("end_sessions", EndSessions.class),
                arguments("leave_all_conversations", LeaveAllConversations.class),
                arguments("remove_deleted_user", RemoveDeletedUser.class),
                arguments("user_query", UserQuery.class),
                arguments("users", Users.class),
                arguments("credentials", Credentials.class),
                arguments("email_query", EmailQuery.class),
                arguments("new_password", NewPassword.class),
                arguments("remove_user", RemoveUser.class),
                arguments("forget_device", ForgetDevice.class),
                arguments("trusted_issuer", TrustedIssuer.class),
                arguments("issuer_query", IssuerQuery.class),
                arguments("trusted_issuers", TrustedIssuers.class),
                arguments("external_user", ExternalUser.class),
                arguments("product_token", ProductToken.class),
                arguments("record_activity", RecordActivity.class),
                arguments("online_count", OnlineCount.class),
                arguments("block_query", BlockQuery.class),
                arguments("block_lists", BlockLists.class),
                arguments("heads_query", HeadsQuery.class),
                arguments("readable_files_query", ReadableFilesQuery.class),
                arguments("readable_files", ReadableFiles.class),
                arguments("file_url_query", FileUrlQuery.class),
                arguments("file_urls", FileUrls.class),
                arguments("show_file", ShowFile.class),
                arguments("unread_query", UnreadQuery.class),
                arguments("unread_messages", UnreadMessages.class),
                arguments("membership_query", MembershipQuery.class),
                arguments("membership", Membership.class),
                arguments("remove_push_subscriptions", RemoveSubscriptions.class),
                arguments("missed", Missed.class),
                arguments("caller", Caller.class),
                arguments("sealed", Sealed.class),
                arguments("failure", Failure.class));
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
