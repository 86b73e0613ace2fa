package parlance.kit.publish;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.kit.Asker;
import parlance.kit.Outcome;

/**
 * A command or an event with its outcome, about to be published.
 *
 * @param name the command's, as an error reply may have to repeat it
 * @param sentAt when the broker had what began this, in epoch milliseconds
 */
public record Answered(
        String name,
        Position position,
        long sentAt,
        @Nullable Asker asker,
        @Nullable Caller signedIn,
        String mintedId,
        @Nullable String replyKey,
        Outcome outcome,
        Context trace) {}
