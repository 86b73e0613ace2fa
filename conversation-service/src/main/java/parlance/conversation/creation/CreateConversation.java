package parlance.conversation.creation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;
import parlance.conversation.ConversationConfig;
import parlance.conversation.document.Conversation.Profile;
import parlance.conversation.document.ConversationType;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Begins a conversation; a direct one that exists is given instead of a second one. */
@Singleton
@HandlesRoute(Route.CONVERSATION_CREATE)
final class CreateConversation implements RequestHandler<CreateConversation.Request> {

    record Request(
            @JsonProperty("type")
                    @NotNull(message = "CONVERSATION_TYPE_MISSED")
                    @Pattern(regexp = "[ugc]", message = "INCORRECT_TYPE")
                    String type,
            @JsonProperty("name") @Size(min = 1, max = 255, message = "CONVERSATION_NAME_MISSED")
                    @Nullable String name,
            @JsonProperty("description") @Size(max = 255) @Nullable String description,
            @JsonProperty("opponent_id") @Nullable UserId opponentId,
            // Counted below, after the name; the constant is for what is no list.
            @JsonProperty("participants") @Size(message = "USER_SELECTED")
                    @Nullable List<UserId> participants,
            @JsonProperty("image_object") @Valid @Nullable ImageRef image,
            @JsonProperty("is_encrypted") @Nullable Boolean encrypted) {

        ConversationType kind() {
            return ConversationType.of(type);
        }

        boolean isEncrypted() {
            return Boolean.TRUE.equals(encrypted);
        }

        List<UserId> invited() {
            return participants == null ? List.of() : participants;
        }

        Profile profile() {
            return new Profile(name, description, image);
        }
    }

    private final DirectCreator directCreator;
    private final GroupCreator groupCreator;
    private final ConversationConfig config;

    CreateConversation(
            DirectCreator directCreator, GroupCreator groupCreator, ConversationConfig config) {
        this.directCreator = directCreator;
        this.groupCreator = groupCreator;
        this.config = config;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        check(command.request());
        return switch (command.request().kind()) {
            case DIRECT -> directCreator.open(command);
            case GROUP, CHANNEL -> groupCreator.open(command);
        };
    }

    private void check(Request request) {
        if (request.kind() != ConversationType.DIRECT && request.name() == null) {
            throw new Rejection(ErrorCode.CONVERSATION_NAME_MISSED);
        }
        var withoutPeople = request.participants() == null && !mayComeAlone(request);
        if (withoutPeople || List.of().equals(request.participants())) {
            throw new Rejection(ErrorCode.USER_SELECTED);
        }
        if (request.invited().size() > config.maxParticipants()) {
            throw new Rejection(ErrorCode.TOO_MANY_USERS_IN_GROUP);
        }
    }

    private static boolean mayComeAlone(Request request) {
        return switch (request.kind()) {
            case DIRECT -> request.opponentId() != null;
            case GROUP -> false;
            case CHANNEL -> true;
        };
    }
}
