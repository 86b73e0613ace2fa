package parlance.conversation.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.conversation.Callers.caller;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.file.ImageRef;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.document.ConversationStore;
import parlance.internalapi.conversation.ShownQuery;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

/** Where images are to be seen (protocol 3.3, 4.2), and where not. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ConversationRendererTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject ConversationStore conversations;
    @Inject ConversationPages pages;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @ParameterizedTest
    @ValueSource(strings = {"g", "u"})
    void theAnswerToACreationShowsTheImageAndTheEventDoesNot(String type) {
        var change = changeIn(create(type, "picture"));

        var answer = read(change.reply().text()).path("conversation");
        assertThat(answer.path("image_url").asText()).isEqualTo(OtherServices.urlOf("picture"));
        assertThat(answer.at("/image_object/file_name").asText()).isEqualTo("team.png");
        var told = read(((Notice) change.steps().getFirst()).packet().text());
        var event = told.at("/system_message/x/conversation_created");
        assertThat(event.at("/image_object/file_id").asText()).isEqualTo("picture");
        assertThat(event.has("image_url")).isFalse();
    }

    @Test
    void aListShowsItAndWithoutTheFileIsThereAllTheSame() {
        var ids =
                Stream.of("picture", "vanishing", null)
                        .map(file -> changeIn(create("g", file)).conversationId())
                        .toList();

        var query = new ShownQuery(ann.organizationId(), ann.userId(), ids);
        var listed =
                pages.findShown(query).stream()
                        .map(shown -> read(Json.write(shown.packet())))
                        .toList();

        assertThat(listed).hasSize(3);
        assertThat(listed)
                .filteredOn(conversation -> conversation.has("image_url"))
                .singleElement()
                .satisfies(conversation -> {
                    assertThat(conversation.path("image_url").asText())
                            .isEqualTo(OtherServices.urlOf("picture"));
                    assertThat(conversation.at("/image_object/file_id").asText())
                            .isEqualTo("picture");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"g", "u"})
    void anImageThatIsNoFileBeginsNothing(String type) {
        assertThatThrownBy(() -> create(type, "nothing"))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refusal ->
                                assertThat(refusal.failure())
                                        .isEqualTo(ErrorCode.FILE_NOT_FOUND.failure()));
        assertThat(conversations.ofParticipant(ann.organizationId(), ann.userId())).isEmpty();
    }

    @Test
    void listsOfPeopleShowTheirPictures() {
        var team = changeIn(create("g", null)).conversationId();

        for (var route : List.of(Route.GET_PARTICIPANTS_BY_CIDS, Route.GET_ADMINS_BY_CIDS)) {
            var users =
                    client.ask(route, ann, Map.of("cids", List.of(team))).response().path("users");

            assertThat(users).isNotEmpty();
            assertThat(users)
                    .allSatisfy(user ->
                            assertThat(user.path("avatar_url").asText())
                                    .isEqualTo(OtherServices.urlOf("me")));
        }
    }

    private HandlerResult create(String type, @Nullable String fileId) {
        var image = fileId == null ? null : new ImageRef(new FileId(fileId), "team.png", null);
        return conversationFixture.create(type, "Team", image, ann, bob);
    }

    private static ConversationChange changeIn(HandlerResult handlerResult) {
        return (ConversationChange) handlerResult.forwards().getFirst().request();
    }

    private static JsonNode read(String json) {
        return Json.read(json, JsonNode.class);
    }
}
