package parlance.message.assistant;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Says something in another tone. No AI agent is configured yet. */
@Singleton
@HandlesRoute(Route.MESSAGE_TONE)
final class ChangeTone implements RequestHandler<ChangeTone.Request> {

    record Request(
            @JsonProperty("body") @NotNull @Size(min = 1) String body,
            @JsonProperty("tone") @NotNull @Pattern(regexp = "positive|negative|cringe")
                    String tone) {}

    @Override
    public HandlerResult handle(Command<Request> command) {
        throw new Rejection(ErrorCode.AI_AGENT_ERROR);
    }
}
