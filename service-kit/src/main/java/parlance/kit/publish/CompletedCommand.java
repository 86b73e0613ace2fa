package parlance.kit.publish;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ErrorBody;
import parlance.contracts.Position;
import parlance.kit.HandlerResult;
import parlance.kit.ReplyAddress;

/**
 * A command or an event with its result, about to be published.
 *
 * @param name the command's, as an error reply may have to repeat it
 * @param sentAt when the broker had what began this, in epoch milliseconds
 */
public record CompletedCommand(
        String name,
        Position position,
        long sentAt,
        @Nullable ReplyAddress asker,
        @Nullable Caller signedIn,
        String mintedId,
        @Nullable String replyKey,
        HandlerResult result,
        Context trace) {

    /** The same command, of which nothing remains but the error that answers it. */
    CompletedCommand rejected(ErrorBody error) {
        return new CompletedCommand(
                name,
                position,
                sentAt,
                asker,
                signedIn,
                mintedId,
                replyKey,
                HandlerResult.rejected(error),
                trace);
    }
}
