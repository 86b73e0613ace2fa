package parlance.internalapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.contracts.Json;
import parlance.internalapi.auth.ExternalToken;
import parlance.internalapi.conversation.Candidate;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ConversationDetails;
import parlance.internalapi.conversation.Membership;
import parlance.internalapi.conversation.MembershipQuery;
import parlance.internalapi.conversation.ShownConversation;
import parlance.internalapi.conversation.ShownQuery;
import parlance.internalapi.file.FileUrlQuery;
import parlance.internalapi.file.FileUrls;
import parlance.internalapi.file.GrantFileAccess;
import parlance.internalapi.message.UnreadMessages;
import parlance.internalapi.message.UnreadQuery;
import parlance.internalapi.presence.OnlineCount;
import parlance.internalapi.user.BlockLists;
import parlance.internalapi.user.BlockQuery;
import parlance.internalapi.user.Credentials;
import parlance.internalapi.user.EmailQuery;
import parlance.internalapi.user.ExternalUser;
import parlance.internalapi.user.IssuerQuery;
import parlance.internalapi.user.NewPassword;
import parlance.internalapi.user.TrustedIssuer;
import parlance.internalapi.user.TrustedIssuers;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;

/**
 * Services of neighbouring releases ask each other: the samples are changed by adding fields only.
 */
class SamplesTest {

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments("user_query", UserQuery.class),
                arguments("users", Users.class),
                arguments("credentials", Credentials.class),
                arguments("email_query", EmailQuery.class),
                arguments("new_password", NewPassword.class),
                arguments("trusted_issuer", TrustedIssuer.class),
                arguments("issuer_query", IssuerQuery.class),
                arguments("trusted_issuers", TrustedIssuers.class),
                arguments("external_user", ExternalUser.class),
                arguments("product_token", ExternalToken.class),
                arguments("online_count", OnlineCount.class),
                arguments("block_query", BlockQuery.class),
                arguments("block_lists", BlockLists.class),
                arguments("file_url_query", FileUrlQuery.class),
                arguments("file_urls", FileUrls.class),
                arguments("show_file", GrantFileAccess.class),
                arguments("unread_query", UnreadQuery.class),
                arguments("unread_messages", UnreadMessages.class),
                arguments("candidates_query", CandidatesQuery.class),
                arguments("candidate", Candidate.class),
                arguments("shown_query", ShownQuery.class),
                arguments("shown_conversation", ShownConversation.class),
                arguments("conversation_details", ConversationDetails.class),
                arguments("membership_query", MembershipQuery.class),
                arguments("membership", Membership.class));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAndWrittenAgainAsItWas(String name, Class<?> type) {
        var sample = sample(name);

        var written = Json.write(Json.read(sample, type));

        assertThat(Json.read(written, JsonNode.class)).isEqualTo(Json.read(sample, JsonNode.class));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldThatANewerReleaseAddsIsIgnored(String name, Class<?> type) {
        var sample = Json.read(sample(name), ObjectNode.class);
        var known = Json.read(sample.toString(), type);

        sample.put("added_later", 1);

        assertThat(Json.read(sample.toString(), type)).isEqualTo(known);
    }

    private static String sample(String name) {
        try (var in = SamplesTest.class.getResourceAsStream("/samples/" + name + ".json")) {
            if (in == null) {
                throw new AssertionError("no sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
